package gloss.spark;

import gloss.text.InputException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/**
 * Reads the bytes of lines as text.
 *
 * @param encoding the name of a character set
 */
record LineDecoder(String encoding) implements Serializable {
  /**
   * The text.
   *
   * @param file what stands for the file in the message
   * @param line its number, from 1
   * @throws InputException if the bytes are no text
   */
  String decode(byte[] bytes, String file, long line) {
    try {
      return decode(bytes);
    } catch (CharacterCodingException e) {
      throw new InputException(
          file + ":" + line + ": not " + Charset.forName(encoding) + "; convert the file to UTF-8",
          e);
    }
  }

  /** The text. */
  String decode(byte[] bytes) throws CharacterCodingException {
    return Charset.forName(encoding)
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes))
        .toString();
  }
}
