package io.github.gan4j.views;

import java.util.Optional;

/**
 * Points in a plane in numbers; points are {@code x, y, x, y, …}.
 *
 * @param reach of both axes, to either side of 0
 * @param cells of the map along each axis
 * @param map of the discriminator's heights from 0 to 1, row by row from the top left
 * @param arrows along which the score of the first fakes rises, {@code dx, dy} each, the longest of length 1
 * @param lines of the grid of latents in each direction
 * @param warp of that grid by the first generator: its crossings, row by row
 */
public record PlaneNumbers(
        double reach,
        float[] reals,
        float[] fakes,
        int cells,
        Optional<double[]> map,
        Optional<double[]> arrows,
        int lines,
        float[] warp) {}
