package nl.peil.source.travel;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;

/**
 * A file with travel times, where it lies.
 *
 * @param uri full address, as Hadoop reads it
 * @param name name for messages, relative to the delivery
 * @param hadoop Hadoop settings, as Spark holds them
 */
public record TravelFile(String uri, String name, Configuration hadoop) {

  /** Opens it at its first byte, as stored. */
  FSDataInputStream open() throws IOException {
    var path = path();
    return path.getFileSystem(hadoop).open(path);
  }

  Path path() {
    return new Path(uri);
  }
}
