package io.github.gan4j.files;

import java.nio.file.InvalidPathException;

/** Names of files that the system or Java cannot express. */
public final class FileNames {
    private static final char UNDECODED = '\uFFFD';

    private FileNames() {}

    /** Why a text is no path, in one line. Java decodes names by the locale's character set, which may be ASCII. */
    public static String problem(InvalidPathException refused) {
        String encoding = System.getProperty("sun.jnu.encoding", "");
        String name = "the file name '" + refused.getInput() + "' ";
        if (refused.getInput().indexOf('\0') >= 0) return name + "has a zero character in it";
        return encoding.equalsIgnoreCase("UTF-8")
                ? name + "is not possible here: " + refused.getReason()
                : name + "has letters that are lost in this locale, whose character set is " + encoding
                        + "; set LC_ALL=C.UTF-8";
    }

    /** What to add to the message about a file that is not found, where its name could not be decoded; else nothing. */
    static String hint(String path) {
        return path.indexOf(UNDECODED) < 0 ? "" : " (its name is not UTF-8; rename it)";
    }
}
