package io.github.gan4j.tensor;

import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.Backend;
import org.bytedeco.pytorch.PrefixStore;
import org.bytedeco.pytorch.Store;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch_nccl;
import org.bytedeco.pytorch.nccl.ProcessGroupNCCL;

/**
 * NCCL, by which the cards of a {@link Group} sum without their processors: in libtorch for CUDA on Linux, where the machine has
 * NCCL. It connects at the first sum. A class of its own, since where it is missing it cannot be loaded.
 */
final class CardLink {
    private CardLink() {}

    /** Nothing where this build or this machine does not have it. */
    static Optional<Backend> find(Store store, Rendezvous place) {
        if (!torch.cuda_is_available()) return Optional.empty();
        try {
            Loader.load(torch_nccl.class);
            return Optional.of(new ProcessGroupNCCL(new PrefixStore("cards", store), place.rank(), place.size()));
        } catch (LinkageError | RuntimeException missing) {
            return Optional.empty();
        }
    }
}
