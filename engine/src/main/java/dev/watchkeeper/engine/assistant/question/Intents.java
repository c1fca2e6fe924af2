package dev.watchkeeper.engine.assistant.question;

import dev.watchkeeper.engine.assistant.tool.AlarmFilter;
import dev.watchkeeper.engine.assistant.tool.ToolCall;
import dev.watchkeeper.engine.assistant.tool.ToolCall.KpiFigures.Topic;
import dev.watchkeeper.engine.assistant.tool.ToolCall.ModelState.Aspect;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The rules that tell what a question asks for, the most telling first. Immutable. */
final class Intents {
    static final String ALARM =
            "alarms?|alarmed|alerts?|alarming|alert(ed|ing)|warnings?|went off|go off|goes off|going off|trip(ped|s)?|fired|fire|events?";
    static final String SHOW =
            "show|plot|chart|trend|trends|graph|history|curve|draw|display|over time|see|develop(ed|ment)?|behav(e|ed|iour|ior)|course|look(ed)? like";
    private static final String STATISTIC =
            "max|min|maximum|minimum|average|mean|highest|lowest|peak|peaked|avg|typical|range";
    static final String COMPARE =
            "compare|compared|comparison|versus|vs|than|against|difference|differ|different|same as";
    static final String OFTEN = "how often|how many times|how frequent(ly)?|frequency";
    private static final String HOW_TO =
            "how (do|can|should|must|would|to|does|are|is) (i|we|one|you|to|somebody|an operator|alarms?|the operator)?.*|what (should|must|shall|do|can) (i|we|one|operators?) do.*|what to do.*|who (should|do|can) .*";
    private static final String PAPERS =
            "procedure|runbooks?|manuals?|instructions?|guide|checklist|steps to|document(s|ation)?|policy|recommended|according to";
    private static final String DEFINITION =
            "(what is|what are) (an? )?[a-z0-9]+( [a-z0-9]+)?|what (is|are) (the )?(meaning|definition) of .*|.*what does .* mean.*|what do .* mean.*|define .*|tell me about [a-z ]+|explain (the )?(term|concept|word).*|what is meant by .*|.*difference between (shelving|suppress|champion|.*priorit).*|.*meaning of.*";
    static final String DRIFT =
            "drift(s|ing|ed)?|moved away|out of calibration|no longer fits?|shifted away|still fits?";
    private static final String MODEL =
            "models?|champions?|challengers?|shadow|trainings?|trained|f1|f 1|precision|recall|detector|retrained";
    private static final String STREAM =
            "pipeline|kafka|flink|lag|lags|lagging|stream|streaming|checkpoints?|rejects?|rejected|rejections|dead[ -]letters?|throughput|backlog|ingest(ion|ing|ed)?|(readings|records|messages|rows) (per|a) second|late (readings|records|data|messages)|data (still )?(coming|arriving|flowing|come|arrive)( in)?|broker|job|jobs|cluster";
    private static final String STATUS =
            "status|wrong|ok|okay|fine|healthy|health|problems?|abnormal|going on|happening|situation|trouble|troubles|normal|worried|worry|attention|overview|issues?|up|summary|summarise|summarize|state|unusual|anomal(y|ies|ous)|faults?|doing|running|deviat(e|ing|ions?)|matter|broken|faulty|failing|defective|odd|strange|good|alright|all right|bad|condition|brief|briefing|handover|update";

    private static final Duration USUAL_HISTORY = Duration.ofHours(8);
    private static final Duration USUAL_COUNT = Duration.ofDays(30);
    private static final Duration USUAL_KPIS = Duration.ofDays(1);
    private static final int MOST_SENSORS = 12;
    /** How one asks after the state of all there is without naming it. */
    private static final String HOW_ARE =
            "(so |and |hey |well )*how (is|are|goes|do|does|did) (it|things|everything|all|we|this|the (plant|station|site|system|machines|equipment|assets|pumps))( (all|going|doing|look|looking|run|running|now|today|here|right|at|the|moment|with|in|on|this|plant|station|site|so|far|stand|standing|@time))*";
    /** A longer sentence is no question after the state of the plant. */
    private static final int MOST_WORDS = 12;

    private final Instant now;
    private final Assets assets;
    private final Acts acts;
    private final Comparing comparing;
    private final List<Function<Reading, Optional<ToolCall>>> rules;

    Intents(Instant now, ZoneId zone, Assets assets) {
        this.now = now;
        this.assets = assets;
        acts = new Acts(this);
        comparing = new Comparing(now, zone);
        rules = List.of(
                this::help,
                this::memory,
                acts::read,
                this::howTo,
                this::why,
                this::definition,
                this::alarmsOfLate,
                this::suppressed,
                this::kpis,
                this::stream,
                this::drift,
                this::models,
                this::alarms,
                this::sensors,
                this::status);
    }

    ToolCall read(Reading reading) {
        for (Function<Reading, Optional<ToolCall>> rule : rules) {
            Optional<ToolCall> call = rule.apply(reading);
            if (call.isPresent()) {
                return call.get();
            }
        }
        return documents(reading);
    }

    Acts acts() {
        return acts;
    }

    static ToolCall documents(Reading reading) {
        return new ToolCall.AskDocuments(reading.asked().strip());
    }

    TimeSpan last(Duration length) {
        return TimeSpan.before(now, length);
    }

    TimeSpan countSpan(Reading reading) {
        return reading.span().orElse(last(USUAL_COUNT));
    }

    TimeSpan historySpan(Reading reading) {
        return reading.span().orElse(last(USUAL_HISTORY));
    }

    /** What of an asset can be drawn at once. */
    List<SensorId> sensorsOf(AssetId asset) {
        return assets.find(asset)
                .map(one -> one.sensors().stream()
                        .map(Sensor::id)
                        .limit(MOST_SENSORS)
                        .toList())
                .orElse(List.of());
    }

    private Optional<ToolCall> help(Reading reading) {
        return reading.is(
                        "help|help me|hello|hi|hey|good morning|thanks|thank you|what can (you|i) (do|ask)( for me| here| you)?|what do you know|who are you|")
                ? Optional.of(new ToolCall.Help())
                : Optional.empty();
    }

    /** What is said to be kept in mind, and what is asked of it. */
    private Optional<ToolCall> memory(Reading reading) {
        if (reading.is(
                "(please |also |and )*(remember|note|keep in mind|for the record|fyi|for your information|know)( that)? .{4,}")) {
            return Optional.of(new ToolCall.Remember(reading.asked().strip()));
        }
        return reading.has(
                        "(what|when|where|who|how|which).* (did|have|had) (i|we) (say|said|tell|told|note|noted|mention|mentioned|write|decide|decided).*|remind me.*|do you remember.*|what do you remember.*")
                ? Optional.of(new ToolCall.Recall(reading.asked().strip()))
                : Optional.empty();
    }

    private Optional<ToolCall> howTo(Reading reading) {
        boolean aboutAlarm = reading.has("(this|that|the|current|latest|newest) (.* )?(alarm|alert)")
                && !reading.has("how (do|can|should|to)");
        if (reading.is(
                        "(please |so |and |tell me )?what (should|must|shall|do|can) (i|we) do.*|(and |so |tell me )?what to do.*")
                && (aboutAlarm || (!reading.assets().isEmpty() && reading.has(ALARM)))) {
            return Optional.of(new ToolCall.ExplainAlarm(reading.newest()));
        }
        boolean measured = reading.has("how (is|are)") || reading.has("how (do|does|did) (?:@asset|the) ");
        boolean asksWay = !reading.is(HOW_ARE)
                && reading.is("(so |and |please |tell me |explain )*(" + HOW_TO + ")")
                && !measured;
        return asksWay || reading.has(PAPERS) ? Optional.of(documents(reading)) : Optional.empty();
    }

    private Optional<ToolCall> why(Reading reading) {
        boolean asks = reading.has(
                "why|how come|reasons?|what (has |have )?(caused|triggered|made|set off|led)|explain|cause of|root cause|what is behind|what was behind");
        if (!asks) {
            return Optional.empty();
        }
        if (reading.has(DRIFT)) {
            return drift(reading);
        }
        boolean plant = !reading.assets().isEmpty() || !reading.sensors().isEmpty();
        boolean means = reading.has("mean|meaning|term|concept");
        if (!means
                && (plant
                        || reading.has("(the|this|that|these|those|last|latest|newest|an|any|our) (.* )?(" + ALARM
                                + ")|" + "it (" + ALARM + ")|alarm (fire|fired)"))) {
            return Optional.of(new ToolCall.ExplainAlarm(reading.newest()));
        }
        return reading.has(STREAM) ? stream(reading) : Optional.of(documents(reading));
    }

    private Optional<ToolCall> definition(Reading reading) {
        boolean state = reading.has(
                "status|wrong|new|up|going on|happening|broken|current|now|lag|backlog|throughput|alarming|drifting|shelved|open|champion of");
        boolean plant = !reading.assets().isEmpty() || !reading.spans().isEmpty();
        boolean term = reading.is(DEFINITION)
                && (!state || reading.has("mean|meaning|definition"))
                && !plant
                && (reading.sensors().isEmpty() || reading.has("mean|meaning|definition|define"));
        boolean listed = reading.is(
                "what (is|are) (the )?(alarms?|models?|pipeline|kpis?|f1|precision|recall|problems?|issues?|bad actors?|floods?|rejects?|temperatures?|overview|situation|matter)( @time)?");
        return term && !listed ? Optional.of(documents(reading)) : Optional.empty();
    }

    /** What happened in a span, where no quantity is named. */
    private Optional<ToolCall> alarmsOfLate(Reading reading) {
        boolean asks = reading.has(
                "what (has )?happened|what did i miss|what was wrong|what went wrong|anything (happen|happened|wrong|special|new)|something happen(ed)?|did anything|was there anything|any (incidents?|trouble|problems?|issues?)");
        return asks && reading.sensors().isEmpty() && !reading.spans().isEmpty()
                ? Optional.of(new ToolCall.ListAlarms(reading.filter(), reading.spanOrNull()))
                : Optional.empty();
    }

    private Optional<ToolCall> suppressed(Reading reading) {
        return reading.has("shelved|suppressed|out of service|on the shelf|shelf|silenced|muted|snoozed|hidden")
                ? Optional.of(new ToolCall.Suppressed())
                : Optional.empty();
    }

    private Optional<ToolCall> kpis(Reading reading) {
        Topic topic = null;
        if (reading.has(
                "bad actors?|worst (alarms?|actors?|offenders?|sources?)|most (frequent )?alarms|most frequent|noisiest|nuisance|most often|raises? most|makes? most|offenders?|top ten|top 10|alarms? most")) {
            topic = Topic.BAD_ACTORS;
        } else if (reading.has("floods?|flooding|flooded")) {
            topic = Topic.FLOODS;
        } else if (reading.has("chatter(s|ing|ed)?|fleeting")) {
            topic = Topic.CHATTERING;
        } else if (reading.has("stale|(long[ -])?standing alarms?|long[ -]standing")) {
            topic = Topic.STALE;
        } else if (reading.has(
                "(alarm|alert)s? (load|rate)|load (on|per) (the |an )?operators?|operator load|per (10|ten) min(utes)?|alarms per hour|load|busy")) {
            topic = Topic.LOAD;
        } else if (reading.has(
                "priority (distribution|mix|split|shares?)|distribution of priorities|priorities|share of high")) {
            topic = Topic.PRIORITIES;
        } else if (reading.has(
                "kpis?|key figures|isa[ -]?18.*|eemua.*|iec 62682|alarm (system|management|performance|figures|statistics|stats)|standards?")) {
            topic = Topic.SUMMARY;
        }
        return topic == null
                ? Optional.empty()
                : Optional.of(new ToolCall.KpiFigures(topic, reading.span().orElse(last(USUAL_KPIS))));
    }

    private Optional<ToolCall> stream(Reading reading) {
        return reading.has(STREAM) ? Optional.of(new ToolCall.PipelineState()) : Optional.empty();
    }

    private Optional<ToolCall> drift(Reading reading) {
        return reading.has(DRIFT)
                ? Optional.of(new ToolCall.DriftState(reading.assetOrNull(), reading.sensors()))
                : Optional.empty();
    }

    private Optional<ToolCall> models(Reading reading) {
        Aspect aspect = null;
        if (reading.has(
                        "f1|f 1|f1[ -]score|precision|recall|accura(te|cy)|how good|how well|false (alarms?|positives?)|performance|coverage|hit rate|trust")
                && (reading.has(MODEL)
                        || reading.has("accura(te|cy)|false (alarms?|positives?)|detect(ion|or|ing)|coverage"))) {
            aspect = Aspect.SCORE;
        } else if (reading.has("versions?") || reading.has("(trained|models?) .*history")) {
            aspect = Aspect.VERSIONS;
        } else if (reading.has(MODEL)) {
            aspect = Aspect.STANDING;
        }
        return aspect == null ? Optional.empty() : Optional.of(new ToolCall.ModelState(reading.assetOrNull(), aspect));
    }

    private Optional<ToolCall> alarms(Reading reading) {
        boolean alarm = reading.has(ALARM);
        boolean failing = (!reading.assets().isEmpty() || !reading.sensors().isEmpty())
                && reading.has("fail(ed|s|ing)?|act(ed|s)? up|abnormal|complain(ed)?|anomal(y|ies)|happen(ed)?");
        boolean last = reading.has(
                "last time|most recent(ly)?|latest|newest|last (alarm|alert|event|one)|when (was|did|were|has|had) .*last|last .*(alarm|alert|trip|fail|went)|when did .*("
                        + ALARM + ")|when was .*(" + ALARM + ")");
        if (!alarm && !(failing && (last || reading.has(OFTEN + "|how many")))) {
            return Optional.empty();
        }
        AlarmFilter filter = reading.filter();
        if (reading.has(OFTEN)) {
            return Optional.of(new ToolCall.CountAlarms(filter, countSpan(reading)));
        }
        if (reading.has("how many|number of|count|amount of|total")) {
            return Optional.of(new ToolCall.CountAlarms(filter, reading.spanOrNull()));
        }
        if (last && reading.spans().isEmpty()) {
            return Optional.of(new ToolCall.LastAlarm(filter));
        }
        return Optional.of(new ToolCall.ListAlarms(filter, reading.spanOrNull()));
    }

    private Optional<ToolCall> sensors(Reading reading) {
        List<SensorId> sensors = reading.sensors();
        boolean drawn = (reading.has(SHOW) && !reading.has("(does|do|did) .* (draw|show|see)"))
                || reading.has(STATISTIC)
                || !reading.spans().isEmpty();
        if (sensors.isEmpty()
                && !reading.assets().isEmpty()
                && reading.has(SHOW + "|readings|values|data|sensors|measurements|compare|numbers")
                && !reading.has("status|state")) {
            List<SensorId> all = reading.assets().stream()
                    .flatMap(asset -> sensorsOf(asset).stream())
                    .limit(MOST_SENSORS)
                    .toList();
            boolean now = reading.has("readings|values|measurements|numbers")
                    && reading.spans().isEmpty();
            return Optional.of(
                    now ? new ToolCall.SensorValues(all) : new ToolCall.SensorHistory(all, historySpan(reading)));
        }
        if (sensors.isEmpty()) {
            return Optional.empty();
        }
        boolean sideBySide = reading.assets().size() > 1 && reading.spans().size() == 1;
        if (reading.has(COMPARE) && !sideBySide && !reading.spans().isEmpty()) {
            return Optional.of(comparing.of(sensors, reading.spans()));
        }
        boolean values = reading.has("current (value|reading)|right now|at the moment|now|currently|this moment")
                && reading.spans().isEmpty();
        return Optional.of(
                (drawn || reading.has(COMPARE)) && !values
                        ? new ToolCall.SensorHistory(sensors, historySpan(reading))
                        : new ToolCall.SensorValues(sensors));
    }

    private Optional<ToolCall> status(Reading reading) {
        if (reading.is(HOW_ARE)
                && reading.assets().isEmpty()
                && reading.sensors().isEmpty()
                && reading.spans().isEmpty()) {
            return Optional.of(new ToolCall.Status(null));
        }
        boolean asset = !reading.assets().isEmpty();
        if (asset && !reading.spans().isEmpty()) {
            return Optional.of(new ToolCall.ListAlarms(reading.filter(), reading.spanOrNull()));
        }
        boolean plant = reading.has(STATUS)
                && (asset
                        || reading.has(
                                "plant|station|everything|anything|something|here|now|all|site|overview|situation|status|going on|wrong|summary|briefing|brief|handover|update|happening|problems?|abnormal|attention|matter|things|any|unusual|anomal(y|ies)|machines?|assets?|equipment|at the moment|right now|currently"));
        return asset || (plant && Normal.tokens(reading.text()).size() <= MOST_WORDS)
                ? Optional.of(new ToolCall.Status(reading.assetOrNull()))
                : Optional.empty();
    }
}
