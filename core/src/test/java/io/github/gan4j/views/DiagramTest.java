package io.github.gan4j.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.files.Picture;
import java.awt.Color;
import org.junit.jupiter.api.Test;

class DiagramTest {
    @Test
    void points_beyond_the_plane_are_left_out() {
        Diagram near = new Diagram(-1, 1, -1, 1), far = new Diagram(-1, 1, -1, 1), none = new Diagram(-1, 1, -1, 1);
        near.points(new float[] {0.5f, 0.5f}, Color.RED);
        far.points(new float[] {0, 1.1f, -1.15f, 0, 0.3f, -1.1f}, Color.RED);
        Picture empty = none.picture("reals");
        assertThat(far.picture("reals")).isEqualTo(empty);
        assertThat(near.picture("reals")).isNotEqualTo(empty);
    }
}
