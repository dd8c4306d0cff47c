import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Whether the POMs of a repository are whole in themselves: what Gradle, Ivy and others read of a POM is its dependencies, so
 * these must be written out, with no profile, no parent and no property, and each must be there, in the repository or in
 * Maven Central.
 */
final class Poms {
    private static final List<String> COMPLETE =
            List.of("name", "description", "url", "licenses", "developers", "scm");
    private static final URI CENTRAL = URI.create("https://repo.maven.apache.org/maven2/");

    private final Path repository;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Boolean> found = new TreeMap<>();

    private Poms(Path repository) {
        this.repository = repository;
    }

    public static void main(String[] arguments) throws Exception {
        Poms poms = new Poms(Path.of(arguments[0]));
        List<Path> files;
        try (Stream<Path> all = Files.walk(poms.repository)) {
            files = all.filter(file -> file.toString().endsWith(".pom")).sorted().toList();
        }
        for (Path file : files) poms.check(file);
        poms.faults.forEach(System.out::println);
        System.out.println(files.size() + " POMs, " + poms.found.size() + " artifacts that they name, "
                + poms.faults.size() + " faults");
        if (files.isEmpty() || !poms.faults.isEmpty()) System.exit(1);
    }

    private void check(Path file) throws Exception {
        String name = file.getFileName().toString();
        if (Files.readString(file).contains("${")) faults.add(name + ": has a property");
        Element pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
        for (String element : List.of("parent", "profiles", "repositories", "build"))
            if (!children(pom, element).isEmpty()) faults.add(name + ": has " + element);
        for (String element : COMPLETE) if (children(pom, element).isEmpty()) faults.add(name + ": lacks " + element);
        NodeList dependencies = pom.getElementsByTagName("dependency");
        for (int i = 0; i < dependencies.getLength(); i++) {
            String path = path((Element) dependencies.item(i));
            if (path.contains("null")) faults.add(name + ": a dependency without a version: " + path);
            else if (!found.computeIfAbsent(path, this::isThere)) faults.add(name + ": is nowhere: " + path);
        }
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling())
            if (node instanceof Element element && element.getTagName().equals(name)) children.add(element);
        return children;
    }

    private static String text(Element parent, String name, String otherwise) {
        return children(parent, name).stream()
                .map(Element::getTextContent)
                .findFirst()
                .orElse(otherwise);
    }

    private static String path(Element dependency) {
        String artifact = text(dependency, "artifactId", null), version = text(dependency, "version", null);
        String classifier = text(dependency, "classifier", "");
        return text(dependency, "groupId", null).replace('.', '/') + "/" + artifact + "/" + version + "/" + artifact + "-"
                + version + (classifier.isEmpty() ? "" : "-" + classifier) + "." + text(dependency, "type", "jar");
    }

    private boolean isThere(String path) {
        Path folder = repository.resolve(path).getParent();
        // a snapshot has the time of its deployment in the names of its files
        Matcher snapshot = Pattern.compile("-SNAPSHOT(?=[^/]*$)").matcher(Path.of(path).getFileName().toString());
        String pattern = snapshot.find() ? snapshot.replaceFirst("-*") : Path.of(path).getFileName().toString();
        if (Files.isDirectory(folder))
            try (var files = Files.newDirectoryStream(folder, pattern)) {
                return files.iterator().hasNext();
            } catch (IOException unreadable) {
                return false;
            }
        try {
            HttpRequest head = HttpRequest.newBuilder(CENTRAL.resolve(path))
                    .method("HEAD", HttpRequest.BodyPublishers.noBody())
                    .build();
            return HttpClient.newHttpClient()
                            .send(head, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException | InterruptedException unreachable) {
            return false;
        }
    }
}
