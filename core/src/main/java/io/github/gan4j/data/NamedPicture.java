package io.github.gan4j.data;

import io.github.gan4j.files.Picture;

/** A picture with the name of its file, a path inside its folder or zip. */
public record NamedPicture(String name, Picture picture) {}
