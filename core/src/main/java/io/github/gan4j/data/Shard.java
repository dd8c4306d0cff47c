package io.github.gan4j.data;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Every {@code of}-th sample of a whole, from {@code index} on. */
record Shard(Samples whole, int index, int of) implements Samples {
    Shard {
        if (of < 1) throw new IllegalArgumentException("samples are shared by at least 1 process, not " + of);
        if (index < 0 || index >= of)
            throw new IllegalArgumentException("a shard's index must be within 0 and " + (of - 1) + ", not " + index);
    }

    @Override
    public SampleShape shape() {
        return whole.shape();
    }

    @Override
    public List<String> labelNames() {
        return whole.labelNames();
    }

    @Override
    public String checksum() {
        return whole.checksum();
    }

    @Override
    public String describe() {
        return whole.describe() + ", shard " + (index + 1) + " of " + of;
    }

    @Override
    public Optional<ImageSet> images() {
        return whole.images();
    }

    @Override
    public Optional<Batch> heldOut(int most) {
        return whole.heldOut(most);
    }

    @Override
    public List<NamedPicture> heldOutPictures() {
        return whole.heldOutPictures();
    }

    @Override
    public Split split(Consumer<String> notice) {
        return whole.split(notice);
    }

    @Override
    public void fill(long position, int count, float[] values, int[] labels) {
        int size = shape().size();
        float[] sample = new float[size];
        int[] label = new int[labelled() ? 1 : 0];
        for (int i = 0; i < count; i++) {
            whole.fill((position + i) * of + index, 1, sample, label);
            System.arraycopy(sample, 0, values, i * size, size);
            if (label.length > 0) labels[i] = label[0];
        }
    }
}
