package gloss.score.token.spm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Walks over the fields of one message in protocol buffers' wire format: {@link #next}, then the
 * value with the method of its kind, or {@link #skip}.
 */
final class ProtoReader {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  private final ByteBuffer in;
  private int field;
  private int wireType;

  ProtoReader(ByteBuffer in) {
    this.in = in.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Moves to the next field; false at the end. */
  boolean next() {
    if (!in.hasRemaining()) {
      return false;
    }
    long tag = varint();
    field = (int) (tag >>> 3);
    wireType = (int) (tag & 7);
    return true;
  }

  int field() {
    return field;
  }

  long number() {
    check(VARINT);
    return varint();
  }

  boolean flag() {
    return number() != 0;
  }

  float single() {
    check(FIXED32);
    return in.getFloat();
  }

  ByteBuffer bytes() {
    check(BYTES);
    return take(varint());
  }

  ProtoReader message() {
    return new ProtoReader(bytes());
  }

  String string() {
    return StandardCharsets.UTF_8.decode(bytes()).toString();
  }

  void skip() {
    switch (wireType) {
      case VARINT -> varint();
      case FIXED64 -> take(8);
      case BYTES -> take(varint());
      case FIXED32 -> take(4);
      default -> throw new IllegalArgumentException("unknown wire type " + wireType);
    }
  }

  private void check(int expected) {
    if (wireType != expected) {
      throw new IllegalArgumentException("field " + field + " has wire type " + wireType);
    }
  }

  private ByteBuffer take(long length) {
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException("field " + field + " is longer than the file");
    }
    ByteBuffer part = in.slice(in.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
    in.position(in.position() + (int) length);
    return part;
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (!in.hasRemaining()) {
        throw new IllegalArgumentException("the file ends inside a number");
      }
      byte b = in.get();
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number has more than 64 bits");
  }
}
