package nl.peil.run;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/**
 * What a task makes of its rows when it has to gather some of them first: a batch at a time, handed
 * out one by one. No more than a batch is held.
 *
 * @param <T> what is handed out
 */
public abstract class Batches<T> implements Iterator<T> {

  private final ArrayDeque<T> ready = new ArrayDeque<>();

  /**
   * Makes the next batch, which may turn out to be empty.
   *
   * @param ready takes what is made, in the order in which it is handed out
   * @return false when there was nothing left to make a batch of
   */
  protected abstract boolean make(Consumer<T> ready);

  @Override
  public final boolean hasNext() {
    while (ready.isEmpty()) {
      if (!make(ready::add)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public final T next() {
    if (!hasNext()) {
      throw new NoSuchElementException("nothing is left of this part");
    }
    return ready.remove();
  }
}
