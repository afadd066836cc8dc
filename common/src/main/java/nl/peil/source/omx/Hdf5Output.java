package nl.peil.source.omx;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An HDF5 file that grows at its end only: what is written is never moved, and the first block,
 * which makes it an HDF5 file, comes last. Everything is in the layout of HDF5 1.0 (superblock 0,
 * symbol tables, version 1 trees), which no reader lacks.
 */
final class Hdf5Output implements Closeable {

  private static final int SUPERBLOCK_BYTES = 96;
  private static final long NOWHERE = -1;
  private static final int GROUP_TREE_K = 16;

  /** Fixed by the format for files with superblock 0. */
  private static final int CHUNK_TREE_K = 32;

  private static final int CHUNK_KEY_BYTES = 8 + 3 * Long.BYTES;
  private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'};

  private final FileChannel channel;
  private long end = SUPERBLOCK_BYTES;

  Hdf5Output(Path file) throws IOException {
    this.channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
  }

  /**
   * A chunk of a matrix: whole rows.
   *
   * @param row first row
   * @param address where it lies
   * @param size bytes as stored
   */
  record Chunk(int row, long address, int size) {}

  /** A group: where its header, tree and names lie. */
  record Group(long header, long tree, long heap) {}

  private record Node(int firstRow, int lastRow, long address, int size) {}

  /** Writes bytes at the end and tells where they lie; addresses are whole words. */
  long append(ByteBuffer bytes) throws IOException {
    long address = end;
    end = (address + bytes.remaining() + 7) / 8 * 8;
    for (long at = address; bytes.hasRemaining(); ) {
      at += channel.write(bytes, at);
    }
    return address;
  }

  /** Writes an object header. */
  long header(List<Hdf5Messages.Message> messages) throws IOException {
    return append(Hdf5Messages.header(messages));
  }

  /**
   * Writes the tree that finds the chunks of a matrix.
   *
   * @param chunks chunks in the order of their rows, at least one
   * @param chunkRows rows in a chunk
   * @param columns columns in a chunk
   */
  long chunkTree(List<Chunk> chunks, int chunkRows, int columns) throws IOException {
    var nodes =
        chunks.stream()
            .map(chunk -> new Node(chunk.row(), chunk.row(), chunk.address(), chunk.size()))
            .toList();
    for (int level = 0; ; level++) {
      nodes = chunkLevel(nodes, level, chunkRows, columns);
      if (nodes.size() == 1) {
        return nodes.get(0).address();
      }
    }
  }

  private List<Node> chunkLevel(List<Node> children, int level, int chunkRows, int columns)
      throws IOException {
    int perNode = 2 * CHUNK_TREE_K;
    int size = 24 + (perNode + 1) * CHUNK_KEY_BYTES + perNode * Long.BYTES;
    int count = (children.size() + perNode - 1) / perNode;
    long first = end;
    var parents = new ArrayList<Node>();
    for (int i = 0; i < count; i++) {
      var own = children.subList(i * perNode, Math.min(children.size(), (i + 1) * perNode));
      var out = treeNode(size, 1, level, own.size());
      out.putLong(i == 0 ? NOWHERE : first + (i - 1L) * size);
      out.putLong(i == count - 1 ? NOWHERE : first + (i + 1L) * size);
      for (var child : own) {
        out.putInt(child.size()).putInt(0).putLong(child.firstRow()).putLong(0).putLong(0);
        out.putLong(child.address());
      }
      // The key after the last child is where the next node begins, or lies beyond the matrix
      int lastRow = own.get(own.size() - 1).lastRow();
      boolean more = i < count - 1;
      out.putInt(more ? children.get((i + 1) * perNode).size() : 0).putInt(0);
      out.putLong((long) lastRow + chunkRows);
      out.putLong(more ? 0 : columns).putLong(more ? 0 : Hdf5Messages.CELL_BYTES);
      var begin = own.get(0);
      parents.add(new Node(begin.firstRow(), lastRow, append(out.rewind()), begin.size()));
    }
    return parents;
  }

  private static ByteBuffer treeNode(int size, int type, int level, int entries) {
    var out = Hdf5Messages.buffer(size);
    return out.put("TREE".getBytes(StandardCharsets.US_ASCII))
        .put((byte) type)
        .put((byte) level)
        .putShort((short) entries);
  }

  /**
   * Writes a group.
   *
   * @param members where the header of each member lies, by its name
   * @param attributes what else its header says
   * @param leafK half the number of members that a table of symbols has room for, as {@link
   *     #finish} is told
   */
  Group group(Map<String, Long> members, List<Hdf5Messages.Message> attributes, int leafK)
      throws IOException {
    var sorted = new TreeMap<byte[], Long>(Arrays::compareUnsigned);
    members.forEach((name, at) -> sorted.put(name.getBytes(StandardCharsets.UTF_8), at));
    // The names, each ended by a zero; the empty name comes first
    int heapSize = 8 + sorted.keySet().stream().mapToInt(name -> name.length / 8 * 8 + 8).sum();
    var names = Hdf5Messages.buffer(heapSize).position(8);
    var symbols = Hdf5Messages.buffer(8 + 2 * leafK * 40);
    symbols.put("SNOD".getBytes(StandardCharsets.US_ASCII)).put((byte) 1).put((byte) 0);
    symbols.putShort((short) sorted.size());
    long lastName = 0;
    for (var member : sorted.entrySet()) {
      lastName = names.position();
      symbols.putLong(lastName).putLong(member.getValue()).put(new byte[24]);
      names.put(Arrays.copyOf(member.getKey(), member.getKey().length / 8 * 8 + 8));
    }
    long namesAt = append(names.rewind());
    var heap = Hdf5Messages.buffer(32).put("HEAP".getBytes(StandardCharsets.US_ASCII)).putInt(0);
    heap.putLong(heapSize).putLong(1).putLong(namesAt);
    long heapAt = append(heap.flip());
    var tree = treeNode(24 + (4 * GROUP_TREE_K + 1) * 8, 0, 0, sorted.isEmpty() ? 0 : 1);
    tree.putLong(NOWHERE).putLong(NOWHERE).putLong(0);
    if (!sorted.isEmpty()) {
      tree.putLong(append(symbols.rewind())).putLong(lastName);
    }
    long treeAt = append(tree.rewind());
    var messages = new ArrayList<Hdf5Messages.Message>();
    messages.add(Hdf5Messages.symbolTable(treeAt, heapAt));
    messages.addAll(attributes);
    return new Group(header(messages), treeAt, heapAt);
  }

  /** Writes the first block: from now on this is an HDF5 file. */
  void finish(Group root, int leafK) throws IOException {
    var out = Hdf5Messages.buffer(SUPERBLOCK_BYTES).put(SIGNATURE);
    out.put(new byte[] {0, 0, 0, 0, 0, 8, 8, 0});
    out.putShort((short) leafK).putShort((short) GROUP_TREE_K).putInt(0);
    out.putLong(0).putLong(NOWHERE).putLong(end).putLong(NOWHERE);
    out.putLong(0).putLong(root.header()).putInt(1).putInt(0);
    out.putLong(root.tree()).putLong(root.heap()).flip();
    long padding = end - channel.size();
    if (padding > 0) {
      channel.write(ByteBuffer.allocate((int) padding), channel.size());
    }
    while (out.hasRemaining()) {
      channel.write(out, out.position());
    }
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
