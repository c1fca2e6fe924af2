package dev.watchkeeper.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Random;

/**
 * Who may know whom, over all modules, each rule with its reason. A rule about a package that is still to come
 * passes.
 */
@AnalyzeClasses(packages = "dev.watchkeeper", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule engineKnowsNoToolkitAndNoStream = noClasses()
            .that()
            .resideInAPackage("dev.watchkeeper.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javafx..",
                    "org.apache.flink..",
                    "org.apache.kafka..",
                    "dev.watchkeeper.stream..",
                    "dev.watchkeeper.app..")
            .because("the engine also runs without a window, inside a cluster, and in tests without either");

    @ArchTest
    static final ArchRule streamKnowsNoConsole = noClasses()
            .that()
            .resideInAPackage("dev.watchkeeper.stream..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "dev.watchkeeper.app..")
            .because("jobs run on clusters that have no window");

    @ArchTest
    static final ArchRule onlyTheCompositionRootKnowsImplementations = noClasses()
            .that()
            .resideInAPackage("dev.watchkeeper.app..")
            .and()
            .resideOutsideOfPackage("dev.watchkeeper.app.launch..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.watchkeeper.stream..", "dev.watchkeeper.engine.store..")
            .because(
                    "screens and services work against the engine's ports, so that embedded and remote are the same to them");

    @ArchTest
    static final ArchRule signalImportsNothingOfOurs = noClasses()
            .that()
            .resideInAPackage("dev.watchkeeper.engine.signal..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("dev.watchkeeper..").and(not(resideInAPackage("dev.watchkeeper.engine.signal.."))))
            .because("what a sensor is and what it says is the word everything else is built from");

    @ArchTest
    static final ArchRule engineFeaturesAreAcyclic = slices().matching("dev.watchkeeper.engine.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature can only be understood and changed alone if it does not lead back to itself");

    @ArchTest
    static final ArchRule consolePackagesAreAcyclic = slices().matching(
                    "dev.watchkeeper.app.(fx|screen|chart|shell|overview|trends|alarms|models|pipeline|settings|assistant)..")
            .should()
            .beFreeOfCycles()
            .because("the shell knows the screens and no screen knows the shell");

    @ArchTest
    static final ArchRule onlyTheStoreSpeaksSql = noClasses()
            .that()
            .resideOutsideOfPackage("dev.watchkeeper.engine.store..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.sql..")
            .because("what is kept where is the store's own business");

    @ArchTest
    static final ArchRule consoleFeaturesDoNotKnowEachOther = slices().matching(
                    "dev.watchkeeper.app.(overview|trends|alarms|models|pipeline|settings|assistant)..")
            .should()
            .notDependOnEachOther()
            .because("screens lead to each other through the navigator alone");

    @ArchTest
    static final ArchRule viewModelsNeedNoToolkit = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javafx.application..",
                    "javafx.scene..",
                    "javafx.stage..",
                    "javafx.fxml..",
                    "javafx.concurrent..",
                    "javafx.animation..")
            .because("a view model is tested without a toolkit");

    @ArchTest
    static final ArchRule onlyFxKnowsThePlatform = noClasses()
            .that()
            .resideOutsideOfPackages("dev.watchkeeper.app.fx..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.application.Platform")
            .because("threads are crossed in one place");

    @ArchTest
    static final ArchRule viewsSeeOnlyValuesOfTheEngine = noClasses()
            .that()
            .haveSimpleNameEndingWith("View")
            .and()
            .resideInAPackage("dev.watchkeeper.app..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.watchkeeper.engine..").and(not(values())))
            .because("a view shows values; what they come from is its view model's business");

    @ArchTest
    static final ArchRule onlyTheCompositionRootReadsTheClock = noClasses()
            .that()
            .resideOutsideOfPackage("dev.watchkeeper.app.launch..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .because("time is given, so that every test can stop it");

    @ArchTest
    static final ArchRule nobodySleeps = noClasses()
            .that()
            .resideOutsideOfPackage("dev.watchkeeper.app.launch..")
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", Duration.class)
            .because("who waits, waits for a condition");

    @ArchTest
    static final ArchRule randomnessHasASeed = noClasses()
            .that()
            .resideOutsideOfPackage("dev.watchkeeper.app.launch..")
            .should()
            .callConstructor(Random.class)
            .orShould()
            .callMethod(Math.class, "random")
            .because("a run can be repeated");

    private static DescribedPredicate<JavaClass> values() {
        return DescribedPredicate.describe("values", type -> type.isRecord() || type.isEnum());
    }
}
