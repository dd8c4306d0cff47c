package io.github.gan4j.settings;

import java.util.List;
import java.util.Optional;

/** A record with a component of every form, for the tests of this package. */
record Drawing(
        @Default("untitled") String name,
        Shape first,
        @Default("ball") Shape second,
        @Default(value = "[]", off = true) List<Shape> others,
        Optional<Pen> pen,
        @Default("{width: 3}") Pen frame,
        Optional<Shape> background,
        Paper paper,
        @Default(value = "0", off = true) long seed,
        @Default("true") boolean visible,
        @Default("[1, 2]") List<Integer> margins) {

    /** A shape; a plain number is a {@link Dot}. */
    @Kinds(value = Polygon.class, plain = Dot.class)
    interface Shape {
        record Ball(@Default("1") double radius) implements Shape {}

        record Box(
                @Default("1") double width,
                @Default("2") double height,
                @Default(value = "false", off = true) boolean filled)
                implements Shape {
            public Box {
                Check.between("width", width, 0, 100);
                if (width > 10 * height) throw new IllegalArgumentException("a box must not be that flat");
            }
        }

        record Nothing() implements Shape {}

        record Turned(Shape inner) implements Shape {}

        @Word("star-shaped")
        record Star(int points, Optional<Pen> outline) implements Shape {}

        /** Not a kind, as it is no shape. */
        record Caption(String text) {}
    }

    record Dot(double size) implements Shape {}

    record Polygon(List<Double> sides) implements Shape {
        Polygon {
            sides = List.copyOf(sides);
        }
    }

    enum Colour {
        RED,
        DARK_BLUE
    }

    record Pen(@Default("1") int width, @Default("red") Colour colour) {
        Pen {
            Check.between("width", width, 1, 100);
        }
    }

    record Paper(
            @Default("white") String colour,
            @Default(value = "''", off = true) String mark) {}

    Drawing {
        others = List.copyOf(others);
        margins = List.copyOf(margins);
    }

    /** What a text says about a drawing whose first shape is a dot of 1, if nothing else. */
    static Drawing read(String yaml) {
        return Settings.read(
                Drawing.class, Settings.over(Drawing.class, Yaml.tree("first: 1", ""), Yaml.tree(yaml, "")));
    }

    static Shape shape(String yaml) {
        return Settings.read(Shape.class, Yaml.value(yaml), "shape");
    }
}
