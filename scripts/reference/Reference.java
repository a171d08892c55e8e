// Apache Velocity 1.7 and Jayway JsonPath behind the variables of an API Gateway mapping template, to record what they do.
// A case per line on stdin, {"id","template","body","context","stageVariables","params"}; for each a line on stdout with
// its "id" and "output", "error" or, where it ran out of memory, stack or the length it may print, "limit". With "repeat" the
// case is rendered so many times, and the line has "milliseconds", the mean time of one rendering, parse included. As API
// Gateway was seen to do, a reference that yields null is the empty string.
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import net.minidev.json.JSONArray;
import net.minidev.json.JSONObject;
import net.minidev.json.JSONStyle;
import net.minidev.json.JSONValue;
import org.apache.commons.lang.StringEscapeUtils;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.app.event.InvalidReferenceEventHandler;
import org.apache.velocity.context.Context;
import org.apache.velocity.context.InternalContextAdapterImpl;
import org.apache.velocity.runtime.ParserPool;
import org.apache.velocity.runtime.RuntimeInstance;
import org.apache.velocity.runtime.parser.Parser;
import org.apache.velocity.util.introspection.Info;

public final class Reference {
    private static final Configuration JSON = Configuration.defaultConfiguration();
    private static final String[] GROUPS = {"path", "querystring", "header"};

    /** UTF-16 units a template may print. */
    private static final int MAX_OUTPUT = 2_000_000;

    private final RuntimeInstance velocity = new RuntimeInstance();
    private int count;

    private Reference() {
        velocity.setProperty("runtime.log.logsystem.class", "org.apache.velocity.runtime.log.NullLogChute");
        velocity.setProperty("runtime.introspector.uberspect", "org.apache.velocity.util.introspection.SecureUberspector");
        velocity.setProperty("resource.loader", "string");
        velocity.setProperty("string.resource.loader.class", "org.apache.velocity.runtime.resource.loader.StringResourceLoader");
        velocity.setProperty("velocimacro.library", "");
        velocity.setProperty("velocimacro.permissions.allow.inline.local.scope", "true");
        velocity.init();
    }

    public static void main(String[] arguments) throws Exception {
        Reference reference = new Reference();
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            JSONObject wanted = (JSONObject) JSONValue.parse(line);
            int repeat = wanted.get("repeat") instanceof Number ? ((Number) wanted.get("repeat")).intValue() : 1;
            long start = System.nanoTime();
            for (int i = 1; i < repeat; i++) reference.render(wanted);
            JSONObject answer = reference.render(wanted);
            if (repeat > 1) answer.put("milliseconds", (System.nanoTime() - start) / 1e6 / repeat);
            out.println(answer.toJSONString(JSONStyle.LT_COMPRESS));
        }
    }

    private JSONObject render(JSONObject wanted) throws Exception {
        JSONObject answer = new JSONObject();
        answer.put("id", wanted.get("id"));
        forgetMacroNames();
        try {
            StringWriter writer = new BoundedWriter();
            velocity.evaluate(variables(wanted), writer, "template" + count++, (String) wanted.get("template"));
            answer.put("output", writer.toString().replace("class Reference$", "class "));
        } catch (Throwable failure) {
            if (isLimit(failure)) answer.put("limit", failure.toString().split("\n")[0]);
            else answer.put("error", (failure.getClass().getSimpleName() + ": " + failure.getMessage()).split("\n")[0].replaceAll("template\\d+\\[", "template[").replaceAll("@[0-9a-f]+$", "@0"));
            if (!isLimit(failure)) answer.put("phase", canBegin(wanted) ? "render" : "parse");
        }
        return answer;
    }

    /** Whether the template can be parsed and its nodes made ready to render. */
    private boolean canBegin(JSONObject wanted) throws Exception {
        forgetMacroNames();
        String name = "template" + count++;
        try {
            InternalContextAdapterImpl context = new InternalContextAdapterImpl(variables(wanted));
            context.pushCurrentTemplateName(name);
            velocity.parse(new StringReader((String) wanted.get("template")), name).init(context, velocity);
            return true;
        } catch (Throwable failure) {
            return false;
        }
    }

    private static boolean isLimit(Throwable failure) {
        return failure != null && (failure instanceof VirtualMachineError || isLimit(failure.getCause()));
    }

    /** Ends the rendering where a template prints without end. */
    private static final class BoundedWriter extends StringWriter {
        @Override public void write(String text) {
            super.write(text);
            if (getBuffer().length() > MAX_OUTPUT) throw new OutOfMemoryError("more than " + MAX_OUTPUT + " characters");
        }
    }

    /** A parser remembers the macros of every template it has parsed, and takes their escapes for known in the next one. */
    @SuppressWarnings("rawtypes")
    private void forgetMacroNames() throws Exception {
        Field poolField = RuntimeInstance.class.getDeclaredField("parserPool");
        poolField.setAccessible(true);
        ParserPool pool = (ParserPool) poolField.get(velocity);
        Parser parser = pool.get();
        Field namesField = Parser.class.getDeclaredField("macroNames");
        namesField.setAccessible(true);
        ((Map) namesField.get(parser)).clear();
        pool.put(parser);
    }

    private static Context variables(JSONObject wanted) {
        VelocityContext context = new VelocityContext();
        Map<String, Object> params = wanted.get("params") == null ? new LinkedHashMap<>() : members(wanted.get("params"));
        for (String group : GROUPS) {
            if (!(params.get(group) instanceof Map)) params.put(group, new LinkedHashMap<String, Object>());
        }
        context.put("input", new Input((String) wanted.get("body"), params));
        context.put("util", new Util());
        context.put("context", members(wanted.get("context")));
        context.put("stageVariables", members(wanted.get("stageVariables")));
        EventCartridge events = new EventCartridge();
        events.addEventHandler(new EmptyForNull());
        events.attachToContext(context);
        return context;
    }

    private static Map<String, Object> members(Object json) {
        Map<String, Object> members = new HashMap<>();
        if (json instanceof Map) ((Map<?, ?>) json).forEach((name, value) -> members.put((String) name, plain(value)));
        return members;
    }

    /** json-smart's objects print as JSON; those of the service were seen to print as maps do. */
    private static Object plain(Object json) {
        if (json instanceof Map) return members(json);
        if (json instanceof JSONArray) ((JSONArray) json).replaceAll(Reference::plain);
        return json;
    }

    private static final class EmptyForNull implements InvalidReferenceEventHandler {
        @Override public Object invalidGetMethod(Context context, String reference, Object object, String property, Info info) {
            return "";
        }
        @Override public Object invalidMethod(Context context, String reference, Object object, String method, Info info) {
            return "";
        }
        @Override public boolean invalidSetMethod(Context context, String left, String right, Info info) {
            return false;
        }
    }

    public static final class Input {
        private final String body;
        private final Map<String, Object> params;
        private Object document;

        Input(String body, Map<String, Object> params) {
            this.body = body == null || body.isEmpty() ? "{}" : body;
            this.params = params;
        }

        private Object find(String path) {
            if (document == null) document = JSON.jsonProvider().parse(body);
            try {
                return document == null ? null : JsonPath.compile(path).read(document, JSON);
            } catch (PathNotFoundException missing) {
                return null;
            }
        }

        public String getBody() {
            return body;
        }

        public Object path(String path) {
            return find(path);
        }

        public String json(String path) {
            Object found = find(path);
            return found == null ? "\"\"" : JSONValue.toJSONString(found, JSONStyle.LT_COMPRESS);
        }

        public Map<String, Object> params() {
            return params;
        }

        public String params(String name) {
            for (String group : GROUPS) {
                Object value = ((Map<?, ?>) params.get(group)).get(name);
                if (value != null) return value.toString();
            }
            return "";
        }

        @Override public String toString() {
            return "";
        }
    }

    public static final class Util {
        public String escapeJavaScript(String text) {
            return StringEscapeUtils.escapeJavaScript(text);
        }

        public String base64Encode(String text) {
            return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        public String base64Decode(String text) {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        }

        public String urlEncode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        public String urlDecode(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }

        public Object parseJson(String text) {
            return JSON.jsonProvider().parse(text);
        }

        @Override public String toString() {
            return "";
        }
    }
}
