package nl.peil.jobs.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** A text file of a delivery, written line by line. */
final class TextFile implements AutoCloseable {

  private final DeliveryFolder folder;
  private final FileNote note;
  private final Charset charset;
  private final OutputStream out;
  private long rows;

  TextFile(DeliveryFolder folder, FileNote note, int level) throws IOException {
    this.folder = folder;
    this.note = note;
    var encoding = note.encoding();
    this.charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    var file = Files.newOutputStream(folder.place(note.path()));
    this.out =
        new BufferedOutputStream(
            note.path().endsWith(".gz") ? DeliveryFolder.gzip(file, level) : file, 1 << 16);
  }

  /** Writes a line that is no row: a header, a bracket. */
  void text(String line) throws IOException {
    out.write(line.getBytes(charset));
    out.write('\n');
  }

  /** Writes a row. */
  void row(String line) throws IOException {
    text(line);
    rows++;
  }

  /** Writes rows that are bytes already, ends of line included. */
  void rows(byte[] bytes, int length, long count) throws IOException {
    out.write(bytes, 0, length);
    rows += count;
  }

  /** Closes the file and puts it in the manifest. */
  @Override
  public void close() throws IOException {
    out.close();
    folder.register(note, rows);
  }
}
