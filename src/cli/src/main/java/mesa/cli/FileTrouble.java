package mesa.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import mesa.core.BadInputException;

/** Says for people why a file can't be written. */
final class FileTrouble {
  private FileTrouble() {}

  /**
   * Makes what to throw.
   *
   * @param file as the user named it
   * @param e why it can't be written
   */
  static BadInputException unwritable(Object file, IOException e) {
    return new BadInputException("\"" + file + "\" can't be written: " + why(e), e);
  }

  /** {@return what was wrong where something was to be written} */
  static String why(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "its folder does not exist";
      case AccessDeniedException _ -> "permission denied";
      case FileSystemException system when system.getReason() != null -> system.getReason();
      default -> e.toString();
    };
  }
}
