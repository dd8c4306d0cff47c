# Read by ./gan4j and by bin/gan4j of the zip: starts $java, whose major version is $version, with $classpath; $lib is the folder
# of this file. Programs beside the shell may be missing, since the zip works with an empty PATH.

# Java decodes the names of files by the locale, and one that knows ASCII only (C, POSIX, one that is not installed) loses
# every other letter. Locales of other character sets are somebody's choice and stay.
use_utf8() {
    command -v locale >/dev/null || return 0
    case $(locale charmap 2>/dev/null) in
        '' | ANSI_X3.4-* | US-ASCII | ASCII | 646) ;;
        *) return 0 ;;
    esac
    for name in C.UTF-8 en_US.UTF-8 $(locale -a 2>/dev/null | grep -i 'utf-\{0,1\}8$'); do
        if [ "$(LC_ALL=$name locale charmap 2>/dev/null)" = UTF-8 ]; then
            export LC_ALL="$name"
            return 0
        fi
    done
}

use_utf8
files=$(ulimit -Hn 2>/dev/null || echo unlimited)
case $files in
    [0-9] | [0-9][0-9])
        echo "gan4j: only $files files may be open at once, gan4j needs 100; raise the limit: ulimit -n 1024" >&2
        exit 1
        ;;
esac

case ${GAN4J_THREADS:-1} in
    *[!0-9]* | 0* | ??????*)
        echo "gan4j: GAN4J_THREADS must be a whole number from 1 to 99999, got '$GAN4J_THREADS'" >&2
        exit 2
        ;;
esac
# Where nobody knows the cores, libtorch counts them itself.
cores=$(unset OMP_NUM_THREADS; nproc 2>/dev/null || getconf _NPROCESSORS_ONLN 2>/dev/null || true)
threads=${GAN4J_THREADS:-${OMP_NUM_THREADS:-$cores}}
# Java, too, is to know of no more processors than were asked for; but torchrun sets OMP_NUM_THREADS to 1, whatever the machine has.
limit=${GAN4J_THREADS:-}
[ -n "$limit" ] || [ -n "${WORLD_SIZE:-}" ] || limit=${OMP_NUM_THREADS:-}
case $limit in
    '' | *[!0-9]* | 0*) limit= ;;
    *) [ "$limit" -lt "${cores:-0}" ] || limit= ;;
esac
# Read when the native libraries load. OpenBLAS is left one thread: its own would spin beside libtorch's on the same cores.
[ -z "$threads" ] || export OMP_NUM_THREADS="$threads"
export OPENBLAS_NUM_THREADS="${OPENBLAS_NUM_THREADS:-1}"

# An answer in a quarter of a second is over before the optimising compiler has paid for itself.
quick=
for argument in "${@:---help}"; do
    case $argument in -h | --help | -V | --version) quick=-XX:TieredStopAtLevel=1 ;; esac
done

# Classes as they lie in memory, which ./gan4j keeps beside the jar: Java then need not read and check them. One that does not fit
# this Java or this jar is not used, and nothing is said.
archive=${classpath%.jar}.jsa
[ -s "$archive" ] && [ "$archive" -nt "$classpath" ] || archive=

# JavaCPP reads memory in a way that newer versions of Java warn about.
unsafe=
[ "$version" -lt 23 ] || unsafe=--sun-misc-unsafe-memory-access=allow

# shellcheck disable=SC2086 # several options are meant to become several words
exec "$java" \
    "@$lib/java.options" \
    $quick \
    $unsafe \
    ${limit:+"-XX:ActiveProcessorCount=$limit"} \
    ${archive:+"-XX:SharedArchiveFile=$archive" -Xlog:cds=off -Xlog:cds+dynamic=off} \
    ${GAN4J_JAVA_OPTIONS:-} \
    -cp "$classpath${GAN4J_CLASSPATH:+:$GAN4J_CLASSPATH}" io.github.gan4j.cli.Gan4j "$@"
