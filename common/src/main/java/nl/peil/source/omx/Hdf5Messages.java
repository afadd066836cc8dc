package nl.peil.source.omx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The messages of an object header in HDF5, in the oldest versions that can say what OMX needs
 * (HDF5 File Format Specification, chapter IV), so that every HDF5 library reads them.
 */
final class Hdf5Messages {

  /** Bytes of a cell of a matrix. */
  static final int CELL_BYTES = Float.BYTES;

  private static final int MAX_MESSAGE = 1024;
  private static final short SHUFFLE = 2;
  private static final short DEFLATE = 1;

  private Hdf5Messages() {}

  /**
   * One message.
   *
   * @param type number of the kind of message
   * @param body content, without padding
   */
  @SuppressWarnings("ArrayRecordComponent") // written once, and compared nowhere
  record Message(int type, byte[] body) {}

  /** How values are stored. */
  @SuppressWarnings("ArrayRecordComponent") // written once, and compared nowhere
  record Type(int size, byte[] description) {

    /** 32-bit floating point, little-endian. */
    static final Type FLOAT =
        new Type(
            Float.BYTES,
            bytes(
                out ->
                    out.put((byte) 0x11)
                        .put(new byte[] {0x20, 0x1F, 0})
                        .putInt(Float.BYTES)
                        .putShort((short) 0)
                        .putShort((short) 32)
                        .put(new byte[] {23, 8, 0, 23})
                        .putInt(127)));

    /** 32-bit whole numbers with a sign, little-endian. */
    static final Type INTEGER =
        new Type(
            Integer.BYTES,
            bytes(
                out ->
                    out.put((byte) 0x10)
                        .put(new byte[] {0x08, 0, 0})
                        .putInt(Integer.BYTES)
                        .putShort((short) 0)
                        .putShort((short) 32)));

    /** Text of a fixed number of bytes, filled with zeros. */
    static Type text(int size, boolean ascii) {
      return new Type(
          size,
          bytes(
              out ->
                  out.put((byte) 0x13)
                      .put(new byte[] {(byte) (ascii ? 0x01 : 0x11), 0, 0})
                      .putInt(size)));
    }
  }

  /** A part of a message that is written into a buffer. */
  interface Part {
    /** Puts the bytes. */
    void put(ByteBuffer out);
  }

  /** The lengths of the dimensions; none for a single value. */
  static Message dataspace(long... dimensions) {
    return new Message(0x0001, dataspaceBody(dimensions));
  }

  private static byte[] dataspaceBody(long... dimensions) {
    return bytes(
        out -> {
          out.put((byte) 1).put((byte) dimensions.length).put(new byte[6]);
          for (long dimension : dimensions) {
            out.putLong(dimension);
          }
        });
  }

  /** The type of the values. */
  static Message datatype(Type type) {
    return new Message(0x0003, type.description());
  }

  /**
   * What an unwritten value is: 0.
   *
   * @param chunked space is taken chunk by chunk
   */
  static Message fillValue(boolean chunked) {
    return new Message(
        0x0005, bytes(out -> out.put(new byte[] {2, (byte) (chunked ? 3 : 2), 2, 1}).putInt(0)));
  }

  /** Values packed by deflate, the bytes of a chunk ordered by their place in the value. */
  static Message filters(int deflateLevel) {
    return new Message(
        0x000B,
        bytes(
            out -> {
              out.put((byte) 1).put((byte) 2).put(new byte[6]);
              filter(out, SHUFFLE, "shuffle", CELL_BYTES);
              filter(out, DEFLATE, "deflate", deflateLevel);
            }));
  }

  private static void filter(ByteBuffer out, short id, String name, int setting) {
    byte[] text = name.getBytes(StandardCharsets.US_ASCII);
    out.putShort(id).putShort((short) 8).putShort((short) 1).putShort((short) 1);
    out.put(Arrays.copyOf(text, 8)).putInt(setting).putInt(0);
  }

  /** Values in one piece. */
  static Message contiguous(long address, long size) {
    return new Message(
        0x0008, bytes(out -> out.put((byte) 3).put((byte) 1).putLong(address).putLong(size)));
  }

  /** Values in chunks, found through a tree. */
  static Message chunked(long tree, int rows, int columns) {
    return new Message(
        0x0008,
        bytes(
            out ->
                out.put((byte) 3)
                    .put((byte) 2)
                    .put((byte) 3)
                    .putLong(tree)
                    .putInt(rows)
                    .putInt(columns)
                    .putInt(CELL_BYTES)));
  }

  /** Where a group keeps its members and their names. */
  static Message symbolTable(long tree, long heap) {
    return new Message(0x0011, bytes(out -> out.putLong(tree).putLong(heap)));
  }

  /** A named value that belongs to a group or matrix. */
  static Message attribute(String name, Type type, byte[] value, long... dimensions) {
    byte[] text = (name + "\0").getBytes(StandardCharsets.US_ASCII);
    byte[] space = dataspaceBody(dimensions);
    return new Message(
        0x000C,
        bytes(
            out -> {
              out.put((byte) 1).put((byte) 0).putShort((short) text.length);
              out.putShort((short) type.description().length).putShort((short) space.length);
              out.put(padded(text)).put(padded(type.description())).put(padded(space)).put(value);
            }));
  }

  /** An object header: the messages one after another, each padded to whole words. */
  static ByteBuffer header(List<Message> messages) {
    int size = messages.stream().mapToInt(message -> 8 + padded(message.body()).length).sum();
    var out = buffer(16 + size);
    out.put((byte) 1).put((byte) 0).putShort((short) messages.size()).putInt(1).putInt(size);
    out.putInt(0);
    for (var message : messages) {
      byte[] body = padded(message.body());
      out.putShort((short) message.type()).putShort((short) body.length).putInt(0).put(body);
    }
    return out.flip();
  }

  /** An empty buffer in the byte order of the file. */
  static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] padded(byte[] body) {
    return Arrays.copyOf(body, (body.length + 7) / 8 * 8);
  }

  private static byte[] bytes(Part part) {
    var out = buffer(MAX_MESSAGE);
    part.put(out);
    return Arrays.copyOf(out.array(), out.position());
  }
}
