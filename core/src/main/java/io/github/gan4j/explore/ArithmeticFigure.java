package io.github.gan4j.explore;

import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Arithmetic as a picture, like figure 7 of Radford et al. 2016 (arXiv:1511.06434): each concept is a column of three of
 * its samples over the sample of its mean, and the result is the middle of nine.
 */
public final class ArithmeticFigure {
    private static final int SHOWN = 3;
    private static final int PAD = 2;

    private ArithmeticFigure() {}

    /** @param make pictures of one size from latents, such as {@code generator::pictures} */
    public static Picture of(Arithmetic sum, double spread, Function<float[], List<Picture>> make) {
        List<Picture> nine = Pictures.legible(make.apply(sum.neighbourhood(spread, 0)));
        Picture tile = nine.get(0);
        int cellWide = tile.width() + PAD, cellTall = tile.height() + PAD;
        int gap = cellWide / 2;
        int columns = sum.terms().size();
        int meanTop = PAD + SHOWN * cellTall + gap / 2;
        Sheet sheet = new Sheet(
                columns * (cellWide + gap) + SHOWN * cellWide + gap + PAD, meanTop + cellTall, tile.channels());
        int middle = PAD + SHOWN * cellTall / 2;
        for (int i = 0; i < columns; i++) {
            Arithmetic.Term term = sum.terms().get(i);
            int left = gap + i * (cellWide + gap);
            if (i > 0 || !term.added()) sheet.sign(term.added() ? '+' : '-', left - gap / 2 - 1, middle, gap / 5);
            column(sheet, term, make, left, cellTall, meanTop);
        }
        int left = gap + columns * (cellWide + gap);
        sheet.sign('=', left - gap / 2 - 1, middle, gap / 5);
        for (int i = 0; i < nine.size(); i++)
            sheet.put(nine.get(i), left + i % SHOWN * cellWide, PAD + i / SHOWN * cellTall);
        return sheet.picture();
    }

    private static void column(
            Sheet sheet, Arithmetic.Term term, Function<float[], List<Picture>> make, int left, int cell, int meanTop) {
        List<Picture> shown = new ArrayList<>();
        term.latents().stream().limit(SHOWN).forEach(latent -> shown.addAll(make.apply(latent)));
        shown.addAll(make.apply(term.mean()));
        List<Picture> tiles = Pictures.legible(shown);
        for (int i = 0; i < tiles.size() - 1; i++) sheet.put(tiles.get(i), left, PAD + i * cell);
        sheet.put(tiles.get(tiles.size() - 1), left, meanTop);
    }
}
