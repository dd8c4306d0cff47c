package io.github.gan4j.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of a published data set in the forms in which people keep it, the form to be downloaded first: {@code .gz} or
 * decompressed.
 */
public record PublishedFile(List<Form> forms) {
    /**
     * One form of it.
     *
     * @param bytes its length
     * @param md5 its MD5 in hexadecimal digits, or nothing where none is known for certain
     */
    public record Form(String name, long bytes, Optional<String> md5) {}

    public PublishedFile {
        forms = List.copyOf(forms);
    }

    static PublishedFile of(String name, long bytes, String md5) {
        return new PublishedFile(List.of(new Form(name, bytes, Optional.of(md5))));
    }

    static PublishedFile of(String name, long bytes) {
        return new PublishedFile(List.of(new Form(name, bytes, Optional.empty())));
    }

    /** This file, which may also be there as something else. */
    PublishedFile or(PublishedFile other) {
        List<Form> both = new ArrayList<>(forms);
        both.addAll(other.forms);
        return new PublishedFile(both);
    }

    /** The name under which it is published. */
    public String name() {
        return forms.get(0).name;
    }

    /** A form of it in a folder, under its name or one that unpacking makes of it. */
    record Found(Form form, Path path) {}

    /** The form that is in a folder. */
    Optional<Found> in(Path folder) {
        for (Form form : forms) {
            List<String> names = List.of(form.name, form.name.replace("-idx", ".idx"));
            Optional<Path> path = IdxNames.in(folder, names)
                    .filter(found -> found.toString().endsWith(".gz") == form.name.endsWith(".gz"));
            if (path.isPresent()) return Optional.of(new Found(form, path.get()));
        }
        return Optional.empty();
    }
}
