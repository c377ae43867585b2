package gloss.score.job;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The texts to score; files may be gzipped, white space at the end of a line is dropped.
 *
 * @param references one file per reference, or one file with several references per line
 * @param referencesPerLine how many references, parted by TAB, a line of the only reference file
 *     has
 * @param systems one file per system; none: systems are columns of {@code stdin}, parted by TAB
 * @param stdin what is read without system files
 * @param documentIds a file with the name of the document that each segment belongs to
 * @param encoding of all of them
 */
public record ScoreInput(
    List<Path> references,
    int referencesPerLine,
    List<Path> systems,
    InputStream stdin,
    Optional<Path> documentIds,
    Charset encoding) {}
