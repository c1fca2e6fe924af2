package dev.watchkeeper.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.plant.Desk;
import dev.watchkeeper.app.plant.FakeNotifications;
import dev.watchkeeper.app.plant.FakePlant;
import dev.watchkeeper.app.screen.HoursWords;
import dev.watchkeeper.engine.notify.channel.Delivery;
import dev.watchkeeper.engine.notify.channel.EmailSettings;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import dev.watchkeeper.engine.notify.route.RoutingRule;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingsViewModelTest {
    private final Desk desk = new Desk();
    private final FakeNotifications notifications = desk.plant().notifications();
    private final SettingsViewModel model = new SettingsViewModel(notifications, desk.context(), false);

    @BeforeEach
    void begin() {
        notifications.tellStory(FakePlant.START);
        model.attach();
    }

    @Test
    void eachChannelSaysWhatIsWrongOrHowItsLastMessageFared() {
        List<SettingRow> rows = rows();

        assertThat(rows.get(0).cells().get(2)).startsWith("Sent at");
        assertThat(rows.get(0).wrong()).isFalse();
        assertThat(rows.get(1).cells().get(2)).startsWith("Refused at").contains("21211");
        assertThat(rows.get(2).cells().get(2)).contains("key of at least 16 characters");
        assertThat(rows.get(2).wrong()).isTrue();
        assertThat(rows.get(3).cells().get(2)).isEqualTo("not used yet");
    }

    @Test
    void aNewFormScoldsOnlyAboutWhatWasTypedUntilItIsSaved() {
        model.add();

        assertThat(form().problemProperty("label").get()).isEmpty();
        type("port", "99999");
        assertThat(form().problemProperty("port").get()).isEqualTo("Enter a port from 1 to 65535.");
        model.save();

        assertThat(form().problemProperty("label").get()).contains("Give it a name");
        assertThat(form().problemProperty("host").get()).contains("name of the server");
        assertThat(notifications.settings().channels()).hasSize(4);
    }

    @Test
    void aSavedChannelIsNamedAndCanBeTakenBack() {
        NotifySettings before = notifications.settings();
        model.select("mail");
        type("host", "relay.waterworks.example");

        model.save();

        assertThat(email().host()).isEqualTo("relay.waterworks.example");
        assertThat(model.actions().outcomeProperty().get().sentence()).isEqualTo("Channel Operations mail is changed.");
        model.undo();
        assertThat(notifications.settings()).isEqualTo(before);
        assertThat(model.actions().outcomeProperty().get().sentence())
                .isEqualTo("Taken back: Channel Operations mail is changed.");
    }

    @Test
    void aSecretIsNeverPutIntoTheFormAndStaysUnlessAnotherIsTyped() {
        model.select("mail");

        assertThat(form().textProperty("secret").get()).isEmpty();
        type("port", "465");
        model.save();
        assertThat(email().secret().reveal()).isEqualTo("not-shown");
        model.select("mail");
        type("secret", " another one ");
        model.save();

        assertThat(email().secret().reveal()).isEqualTo(" another one ");
    }

    @Test
    void theFieldsFollowTheKindOfANewChannel() {
        model.add();
        assertThat(fieldNames()).contains("host", "security").doesNotContain("region");

        type("kind", ChannelKind.SNS.name());

        assertThat(fieldNames()).contains("region", "accessKeyId").doesNotContain("host");
    }

    @Test
    void aSecretThatCannotBeKeptChangesNothingAndSaysWhy() {
        NotifySettings before = notifications.settings();
        notifications.lock(true);
        model.select("mail");
        type("host", "relay.waterworks.example");

        model.save();

        assertThat(notifications.settings()).isEqualTo(before);
        assertThat(model.actions().outcomeProperty().get().failed()).isTrue();
        assertThat(model.actions().outcomeProperty().get().sentence()).contains("the keychain is locked");
        assertThat(form().textProperty("host").get()).isEqualTo("relay.waterworks.example");
    }

    @Test
    void whatIsStillNeededIsNotRemoved() {
        model.select("mail");

        model.remove();

        assertThat(notifications.settings().channel("mail")).isPresent();
        assertThat(model.actions().outcomeProperty().get().sentence()).contains("still needed");
    }

    @Test
    void aRuleIsMadeOfWhatIsChosenAndTyped() {
        model.sectionProperty().set(Section.ROUTING);
        model.add();
        type("name", "Weekend");
        type("kinds", "DRIFT\nPIPELINE");
        type("assets", "pump-*, wet-well");
        type("days", "SATURDAY\nSUNDAY");
        type("from", "7:30");
        type("until", "19:00");
        model.save();
        assertThat(form().problemProperty("recipients").get()).isEqualTo("Choose at least one recipient.");
        type("recipients", "ada-mail");

        model.save();

        RoutingRule rule = notifications.settings().rules().getLast();
        assertThat(rule.assets()).containsExactly("pump-*", "wet-well");
        assertThat(RoutingDraft.words(rule)).isEqualTo("Drift, Pipeline of pump-*, wet-well, medium or high");
        assertThat(HoursWords.of(rule.when())).isEqualTo("Sat, Sun 07:30–19:00");
    }

    @Test
    void aRenamedEscalationIsStillBegunByItsRules() {
        model.sectionProperty().set(Section.ESCALATION);
        model.select("Nobody answers");
        type("name", "Night duty");

        model.save();

        assertThat(notifications.settings().rules().get(1).escalation()).isEqualTo("Night duty");
        assertThat(notifications.settings().problems()).isEmpty();
    }

    @Test
    void aWrongAddressIsSaidBesideTheFieldAsTheChannelUnderstandsIt() {
        model.sectionProperty().set(Section.RECIPIENTS);
        model.select("ben-sms");

        type("address", "0151 12345");

        assertThat(form().problemProperty("address").get()).contains("+ and country code");
        assertThat(form().saveableProperty().get()).isFalse();
    }

    @Test
    void aMessageThatWasGivenUpCanBeTriedAgainAndOthersNot() {
        model.sectionProperty().set(Section.LOG);
        model.select(rows().get(0).key());
        assertThat(model.canRevive()).isFalse();

        model.select(rows().get(1).key());
        assertThat(model.canRevive()).isTrue();
        model.revive();

        assertThat(notifications.revived()).containsExactly("m-2");
    }

    @Test
    void aTestOverSettingsWithProblemsSendsNothingAndSaysWhy() {
        model.select("hook");

        model.test();

        assertThat(model.trial().stateProperty().get())
                .isInstanceOfSatisfying(TrialViewModel.State.Answered.class, answered -> {
                    assertThat(answered.outcome()).isEqualTo(Delivery.Outcome.REFUSED);
                    assertThat(answered.answer()).startsWith("Nothing was sent.");
                });
    }

    @Test
    void aReadOnlyConsoleNeitherAddsNorSavesNorTests() {
        SettingsViewModel looking = new SettingsViewModel(notifications, desk.context(), true);
        looking.attach();
        NotifySettings before = notifications.settings();

        looking.add();
        assertThat(looking.formProperty().get()).isNull();
        looking.select("mail");
        Objects.requireNonNull(looking.formProperty().get())
                .textProperty("host")
                .set("elsewhere.example");
        looking.save();
        looking.test();

        assertThat(notifications.settings()).isEqualTo(before);
        assertThat(looking.trial().stateProperty().get()).isInstanceOf(TrialViewModel.State.Idle.class);
    }

    @Test
    void aLockedKeychainIsSaidAndOnceOpenTheSettingsAreThere() {
        SettingsViewModel waiting = new SettingsViewModel(notifications, desk.context(), false);
        notifications.close("Unlock the keychain.");
        waiting.attach();
        assertThat(waiting.rowsProperty().get()).isEqualTo(new Load.Failed<>("Unlock the keychain."));

        notifications.close("");
        desk.pulse().beat(1);

        assertThat(waiting.rowsProperty().get()).isInstanceOf(Load.Ready.class);
    }

    private FormViewModel form() {
        return Objects.requireNonNull(model.formProperty().get());
    }

    private void type(String field, String text) {
        form().textProperty(field).set(text);
    }

    private List<String> fieldNames() {
        return form().fieldsProperty().get().stream().map(Field::name).toList();
    }

    private EmailSettings email() {
        return (EmailSettings)
                notifications.settings().channel("mail").orElseThrow().settings();
    }

    private List<SettingRow> rows() {
        return ((Load.Ready<List<SettingRow>>) model.rowsProperty().get()).value();
    }
}
