package dev.watchkeeper.app.settings;

/** What the screen of settings needs of the engine. */
public record SettingsPorts(NotificationDesk notifications) {}
