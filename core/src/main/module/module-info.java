/** The library: tensors, networks, games, training, data, files. Open, since plans are read into records by their components. */
open module io.github.gan4j {
    requires transitive java.desktop;
    requires jdk.management;
    requires org.bytedeco.javacpp;
    requires org.bytedeco.openblas;
    requires org.bytedeco.pytorch;
    requires transitive com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.csv;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires com.fasterxml.jackson.datatype.jdk8;
    requires com.google.protobuf;
    requires com.twelvemonkeys.imageio.pnm;
    requires com.twelvemonkeys.imageio.webp;
    requires org.apache.commons.compress;
    requires xchart;
    requires org.tribuo.util.onnx;
    requires pickle;
    requires us.hebi.matlab.mat.mfl.core;
    requires static com.microsoft.onnxruntime;

    uses io.github.gan4j.files.Parquet.Opener;

    exports io.github.gan4j.adversarial;
    exports io.github.gan4j.checkup;
    exports io.github.gan4j.classifiers;
    exports io.github.gan4j.data;
    exports io.github.gan4j.doctor;
    exports io.github.gan4j.experiment;
    exports io.github.gan4j.explore;
    exports io.github.gan4j.export;
    exports io.github.gan4j.files;
    exports io.github.gan4j.game;
    exports io.github.gan4j.glossary;
    exports io.github.gan4j.judging;
    exports io.github.gan4j.metrics;
    exports io.github.gan4j.model;
    exports io.github.gan4j.networks;
    exports io.github.gan4j.numbers;
    exports io.github.gan4j.overview;
    exports io.github.gan4j.plan;
    exports io.github.gan4j.recording;
    exports io.github.gan4j.report;
    exports io.github.gan4j.restore;
    exports io.github.gan4j.run;
    exports io.github.gan4j.schedule;
    exports io.github.gan4j.serving;
    exports io.github.gan4j.settings;
    exports io.github.gan4j.setup;
    exports io.github.gan4j.tensor;
    exports io.github.gan4j.train;
    exports io.github.gan4j.transfer;
    exports io.github.gan4j.views;
}
