// Records what java.util.regex answers: the reference for java17.tsv.
//   java Record.java < cases > java17.tsv     (cases: the first three columns; Java 17)
// Columns: regex, text, replacement, then either "error", index and description of the PatternSyntaxException, or
// matches, find, replaceAll, replaceFirst, split with limits 0, -1 and 2. Groups are "start:end", joined with ";". Control
// characters, non-ASCII characters and % are written as %hhhh, in lists also the comma.

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

class Record {
  public static void main(String[] args) throws Exception {
    var input = new BufferedReader(new InputStreamReader(System.in, "US-ASCII"));
    for (String line; (line = input.readLine()) != null; ) {
      String[] columns = line.split("\t", -1);
      String text = decode(columns[1]);
      String replacement = decode(columns[2]);
      var output = new StringBuilder(columns[0] + "\t" + columns[1] + "\t" + columns[2]);
      try {
        Pattern pattern = Pattern.compile(decode(columns[0]));
        Matcher matcher = pattern.matcher(text);
        output.append('\t').append(matcher.matches() ? groups(matcher) : "no");
        output.append('\t').append(finds(pattern.matcher(text)));
        output.append('\t').append(replaced(() -> pattern.matcher(text).replaceAll(replacement)));
        output.append('\t').append(replaced(() -> pattern.matcher(text).replaceFirst(replacement)));
        for (int limit : new int[] {0, -1, 2}) output.append('\t').append(list(pattern.split(text, limit)));
      } catch (PatternSyntaxException error) {
        output.append("\terror\t").append(error.getIndex()).append('\t').append(encode(error.getDescription()));
      }
      System.out.println(output);
    }
  }

  interface Replacement {
    String get();
  }

  static String replaced(Replacement replacement) {
    try {
      return "=" + encode(replacement.get());
    } catch (IllegalArgumentException | IndexOutOfBoundsException error) {
      return "!" + encode(error.getMessage());
    }
  }

  static String finds(Matcher matcher) {
    var output = new StringBuilder();
    while (matcher.find()) output.append(output.length() > 0 ? "," : "").append(groups(matcher));
    return output.toString();
  }

  static String groups(Matcher matcher) {
    var output = new StringBuilder();
    for (int group = 0; group <= matcher.groupCount(); group++) {
      output.append(group > 0 ? ";" : "").append(matcher.start(group)).append(':').append(matcher.end(group));
    }
    return output.toString();
  }

  static String list(String[] items) {
    var output = new StringBuilder("<");
    for (int i = 0; i < items.length; i++) output.append(i > 0 ? "," : "").append(encode(items[i]).replace(",", "%002c"));
    return output + ">";
  }

  static String decode(String text) {
    var output = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '%') output.append(text.charAt(i));
      else {
        output.append((char) Integer.parseInt(text.substring(i + 1, i + 5), 16));
        i += 4;
      }
    }
    return output.toString();
  }

  static String encode(String text) {
    var output = new StringBuilder();
    for (char unit : text.toCharArray()) {
      output.append(unit < ' ' || unit > '~' || unit == '%' ? String.format("%%%04x", (int) unit) : String.valueOf(unit));
    }
    return output.toString();
  }
}
