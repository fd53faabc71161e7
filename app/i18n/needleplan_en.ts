<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>app::panels::ClearancesPanel</name>
        <message numerus="yes">
            <source>%n breach(es)</source>
            <translation>
                <numerusform>%n breach</numerusform>
                <numerusform>%n breaches</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>app::panels::SeriesPanel</name>
        <message numerus="yes">
            <source>%n finding(s)</source>
            <translation>
                <numerusform>%n finding</numerusform>
                <numerusform>%n findings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) left out</source>
            <translation>
                <numerusform>%n file left out</numerusform>
                <numerusform>%n files left out</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>app::panels::VerdictPanel</name>
        <message numerus="yes">
            <source>%n open point(s)</source>
            <translation>
                <numerusform>%n open point</numerusform>
                <numerusform>%n open points</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>app::deidentify::DeidentifyDialog</name>
        <message numerus="yes">
            <source>%n file(s) exported; no identifier was found in them.</source>
            <translation>
                <numerusform>%n file exported; no identifier was found in it.</numerusform>
                <numerusform>%n files exported; no identifier was found in them.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) stayed behind:</source>
            <translation>
                <numerusform>%n file stayed behind:</numerusform>
                <numerusform>%n files stayed behind:</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>app::fluoroscopy::RunsPanel</name>
        <message numerus="yes">
            <source>%n frame(s)</source>
            <translation>
                <numerusform>%n frame</numerusform>
                <numerusform>%n frames</numerusform>
            </translation>
        </message>
    </context>
</TS>
