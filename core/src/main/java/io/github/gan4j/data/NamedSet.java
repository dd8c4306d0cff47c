package io.github.gan4j.data;

import java.util.List;
import java.util.Optional;

/**
 * A well-known data set that is asked for by name, and what is known about its files.
 *
 * @param name the word for it in plans and after {@code --data}; also the folder it is looked for in
 * @param title one line for people
 * @param home the page where it is published
 * @param format of its files
 * @param unpacked the folder inside its archive, or nothing where its files are published one by one
 * @param archive the archive itself, where it is read as it is
 * @param train the files of the part to learn from
 * @param test the files of the part to judge with
 * @param classes names of its classes where its files do not tell them
 */
public record NamedSet(
        String name,
        String title,
        String home,
        ImageFormat format,
        String unpacked,
        Optional<PublishedFile> archive,
        List<PublishedFile> train,
        List<PublishedFile> test,
        List<String> classes) {
    private static final long CIFAR_BYTES = 10_000 * 3073;

    private static final List<NamedSet> ALL = List.of(
            new NamedSet(
                    "mnist",
                    "60 000 + 10 000 handwritten digits, 28x28 grey",
                    "http://yann.lecun.com/exdb/mnist/",
                    ImageFormat.IDX,
                    "",
                    Optional.empty(),
                    List.of(
                            PublishedFile.of(
                                            "train-images-idx3-ubyte.gz", 9_912_422, "f68b3c2dcbeaaa9fbdd348bbdeb94873")
                                    .or(PublishedFile.of(
                                            "train-images-idx3-ubyte", 47_040_016, "6bbc9ace898e44ae57da46a324031adb")),
                            PublishedFile.of("train-labels-idx1-ubyte.gz", 28_881, "d53e105ee54ea40749a09fcbcd1e9432")
                                    .or(PublishedFile.of(
                                            "train-labels-idx1-ubyte", 60_008, "a25bea736e30d166cdddb491f175f624"))),
                    List.of(
                            PublishedFile.of("t10k-images-idx3-ubyte.gz", 1_648_877, "9fb629c4189551a2d022fa330f9573f3")
                                    .or(PublishedFile.of(
                                            "t10k-images-idx3-ubyte", 7_840_016, "2646ac647ad5339dbf082846283269ea")),
                            PublishedFile.of("t10k-labels-idx1-ubyte.gz", 4_542, "ec29112dd5afa0611ce80d1b7f02629c")
                                    .or(PublishedFile.of(
                                            "t10k-labels-idx1-ubyte", 10_008, "27ae3e4e09519cfbb04c329615203637"))),
                    List.of()),
            new NamedSet(
                    "fashion-mnist",
                    "60 000 + 10 000 pieces of clothing, 28x28 grey",
                    "https://github.com/zalandoresearch/fashion-mnist",
                    ImageFormat.IDX,
                    "",
                    Optional.empty(),
                    List.of(
                            PublishedFile.of(
                                            "train-images-idx3-ubyte.gz",
                                            26_421_880,
                                            "8d4fb7e6c68d591d4c3dfef9ec88bf0d")
                                    .or(PublishedFile.of("train-images-idx3-ubyte", 47_040_016)),
                            PublishedFile.of("train-labels-idx1-ubyte.gz", 29_515, "25c81989df183df01b3e8a0aad5dffbe")
                                    .or(PublishedFile.of("train-labels-idx1-ubyte", 60_008))),
                    List.of(
                            PublishedFile.of("t10k-images-idx3-ubyte.gz", 4_422_102, "bef4ecab320f06d8554ea6380940ec79")
                                    .or(PublishedFile.of("t10k-images-idx3-ubyte", 7_840_016)),
                            PublishedFile.of("t10k-labels-idx1-ubyte.gz", 5_148, "bb300cfdad3c16e7a12a480ee83cd310")
                                    .or(PublishedFile.of("t10k-labels-idx1-ubyte", 10_008))),
                    List.of(
                            "T-shirt",
                            "trouser",
                            "pullover",
                            "dress",
                            "coat",
                            "sandal",
                            "shirt",
                            "sneaker",
                            "bag",
                            "ankle boot")),
            new NamedSet(
                    "cifar10",
                    "50 000 + 10 000 photographs of ten kinds of things, 32x32 colour (CIFAR-10, binary version)",
                    "https://www.cs.toronto.edu/~kriz/cifar.html",
                    ImageFormat.CIFAR10,
                    "cifar-10-batches-bin",
                    Optional.of(PublishedFile.of(
                            "cifar-10-binary.tar.gz", 170_052_171, "c32a1d4ab5d03f1284b67883e8d87530")),
                    List.of(
                            PublishedFile.of("data_batch_1.bin", CIFAR_BYTES),
                            PublishedFile.of("data_batch_2.bin", CIFAR_BYTES),
                            PublishedFile.of("data_batch_3.bin", CIFAR_BYTES),
                            PublishedFile.of("data_batch_4.bin", CIFAR_BYTES),
                            PublishedFile.of("data_batch_5.bin", CIFAR_BYTES)),
                    List.of(PublishedFile.of("test_batch.bin", CIFAR_BYTES)),
                    List.of()),
            new NamedSet(
                    "svhn",
                    "73 257 + 26 032 digits of house numbers, 32x32 colour (SVHN, format 2)",
                    "http://ufldl.stanford.edu/housenumbers/",
                    ImageFormat.SVHN,
                    "",
                    Optional.empty(),
                    List.of(PublishedFile.of("train_32x32.mat", 182_040_794, "e26dedcc434d2e4c54c9b2d4a06d8373")),
                    List.of(PublishedFile.of("test_32x32.mat", 64_275_384, "eb5a983be6a315427106f1b164d9cef3")),
                    List.of()),
            new NamedSet(
                    "stl10",
                    "5 000 + 8 000 photographs of ten kinds of things, 96x96 colour (STL-10, binary version)",
                    "https://cs.stanford.edu/~acoates/stl10/",
                    ImageFormat.STL10,
                    "stl10_binary",
                    Optional.empty(),
                    List.of(
                            PublishedFile.of("train_X.bin", 138_240_000, "918c2871b30a85fa023e0c44e0bee87f"),
                            PublishedFile.of("train_y.bin", 5_000, "5a34089d4802c674881badbb80307741")),
                    List.of(
                            PublishedFile.of("test_X.bin", 221_184_000, "7f263ba9f9e0b06b93213547f721ac82"),
                            PublishedFile.of("test_y.bin", 8_000, "36f9794fa4beb8a2c72628de14fa638e")),
                    List.of()));

    /** All of them. */
    public static List<NamedSet> all() {
        return ALL;
    }

    /** The one of this name, where there is one. */
    public static Optional<NamedSet> named(String name) {
        return ALL.stream().filter(set -> set.name.equals(name)).findFirst();
    }

    /** The files of one part. */
    public List<PublishedFile> files(Part part) {
        return part == Part.TRAIN ? train : test;
    }
}
