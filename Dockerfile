# gan4j with its own Java, from the zip of linux-x86_64:
#
#   mvn -B -ntp -Pzip -pl app -am -Dmaven.test.skip=true package
#   docker build -t gan4j .
#   docker run --rm -v "$PWD:/work" gan4j train
FROM debian:bookworm-slim AS unpacked
RUN apt-get update && apt-get install -y --no-install-recommends unzip
COPY app/target/gan4j-*-linux-x86_64.zip /tmp/
RUN unzip -q /tmp/gan4j-*.zip -d /opt && mv /opt/gan4j-* /opt/gan4j

FROM debian:bookworm-slim
# fonts for plots; the others are what a Java of Debian itself leaves to the system
RUN apt-get update \
    && apt-get install -y --no-install-recommends fontconfig fonts-dejavu-core libfreetype6 libharfbuzz0b libjpeg62-turbo liblcms2-2 \
    && rm -rf /var/lib/apt/lists/*
COPY --from=unpacked /opt/gan4j /opt/gan4j
ENV PATH=/opt/gan4j/bin:$PATH LANG=C.UTF-8
WORKDIR /work
ENTRYPOINT ["gan4j"]
CMD ["--help"]
