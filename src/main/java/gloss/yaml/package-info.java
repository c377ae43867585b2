/**
 * YAML files and Java records: one way in, one way out.
 *
 * <p>A record is the description of a file: its components are the keys ({@code maxLength} is
 * written {@code max-length}), {@link gloss.yaml.Doc} explains a key, {@link gloss.yaml.Default}
 * says what holds when it is missing, and the compact constructor says what is valid, with the help
 * of {@link gloss.yaml.Check}. {@link gloss.yaml.YamlFile} makes a tree with line numbers out of
 * text, {@link gloss.yaml.Setting} changes single values of it, {@link gloss.yaml.RecordReader}
 * makes the record, and {@link gloss.yaml.RecordWriter} writes it again.
 */
@NullMarked
package gloss.yaml;

import org.jspecify.annotations.NullMarked;
