<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>app::outbox::Words</name>
        <message numerus="yes">
            <source>%n cannot be sent</source>
            <translation>
                <numerusform>%n cannot be sent</numerusform>
                <numerusform>%n cannot be sent</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in the outbox to decide</source>
            <translation>
                <numerusform>%n in the outbox to decide</numerusform>
                <numerusform>%n in the outbox to decide</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n wait(s) to be sent</source>
            <translation>
                <numerusform>%n waits to be sent</numerusform>
                <numerusform>%n wait to be sent</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sent, not compared</source>
            <translation>
                <numerusform>%n sent, not compared</numerusform>
                <numerusform>%n sent, not compared</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n verified</source>
            <translation>
                <numerusform>%n verified</numerusform>
                <numerusform>%n verified</numerusform>
            </translation>
        </message>
    </context>
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
            <source>%n thing(s) block</source>
            <translation>
                <numerusform>%n thing blocks</numerusform>
                <numerusform>%n things block</numerusform>
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
    <context>
        <name>app::archive::ArchivePage</name>
        <message numerus="yes">
            <source>%n found</source>
            <translation>
                <numerusform>%n found</numerusform>
                <numerusform>%n found</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) not read</source>
            <translation>
                <numerusform>%n file not read</numerusform>
                <numerusform>%n files not read</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>app::audit::Texts</name>
        <message numerus="yes">
            <source>%n file(s) could not be read as a plan or a control.</source>
            <translation>
                <numerusform>%n file could not be read as a plan or a control.</numerusform>
                <numerusform>%n files could not be read as a plan or a control.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n needle(s) with no planned needle to compare with.</source>
            <translation>
                <numerusform>%n needle with no planned needle to compare with.</numerusform>
                <numerusform>%n needles with no planned needle to compare with.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n needle(s) whose registration nobody accepted.</source>
            <translation>
                <numerusform>%n needle whose registration nobody accepted.</numerusform>
                <numerusform>%n needles whose registration nobody accepted.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n needle(s) of an earlier control: the last one counts.</source>
            <translation>
                <numerusform>%n needle of an earlier control: the last one counts.</numerusform>
                <numerusform>%n needles of an earlier control: the last one counts.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n needle(s) of a report that a later version replaces.</source>
            <translation>
                <numerusform>%n needle of a report that a later version replaces.</numerusform>
                <numerusform>%n needles of a report that a later version replaces.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n needle(s) of a report that is there twice.</source>
            <translation>
                <numerusform>%n needle of a report that is there twice.</numerusform>
                <numerusform>%n needles of reports that are there twice.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>app::audit::Pdf</name>
        <message numerus="yes">
            <source>Made on %1. %n needle(s), each as its last control shows it.</source>
            <translation>
                <numerusform>Made on %1. %n needle, as its last control shows it.</numerusform>
                <numerusform>Made on %1. %n needles, each as its last control shows it.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>app::audit::AuditPage</name>
        <message numerus="yes">
            <source>%n needle(s), each as its last control shows it.</source>
            <translation>
                <numerusform>%n needle, as its last control shows it.</numerusform>
                <numerusform>%n needles, each as its last control shows it.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>app::review::ControlSourcePanel</name>
        <message numerus="yes">
            <source>%n slice(s)</source>
            <translation>
                <numerusform>%n slice</numerusform>
                <numerusform>%n slices</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>app::review::CorrectionPanel</name>
        <message numerus="yes">
            <source>%n more, all clear and farther</source>
            <translation>
                <numerusform>%n more, clear and farther</numerusform>
                <numerusform>%n more, all clear and farther</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>app::review::RegistrationPanel</name>
        <message numerus="yes">
            <source>%n landmark(s) in both scans</source>
            <translation>
                <numerusform>%n landmark in both scans</numerusform>
                <numerusform>%n landmarks in both scans</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>app::fluoroscopy::ScanOnFramePanel</name>
        <message numerus="yes">
            <source>By hand; measured in %n piece(s) of the frame</source>
            <translation>
                <numerusform>By hand; measured in %n piece of the frame</numerusform>
                <numerusform>By hand; measured in %n pieces of the frame</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>By intensity; measured in %n piece(s) of the frame</source>
            <translation>
                <numerusform>By intensity; measured in %n piece of the frame</numerusform>
                <numerusform>By intensity; measured in %n pieces of the frame</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n other(s) more than %1 away</source>
            <translation>
                <numerusform>%n other more than %1 away</numerusform>
                <numerusform>%n others more than %1 away</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>app::practice::PracticePage</name>
        <message numerus="yes">
            <source>%n exercise(s) made</source>
            <translation>
                <numerusform>%n exercise made</numerusform>
                <numerusform>%n exercises made</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>app::practice::Score</name>
        <message numerus="yes">
            <source>The needle was drawn back and set in anew %n time(s); %1 gives no points.</source>
            <translation>
                <numerusform>The needle was drawn back and set in anew %n time; %1 gives no points.</numerusform>
                <numerusform>The needle was drawn back and set in anew %n times; %1 gives no points.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n control slice(s) taken. 1 to %1 give all points, %2 none.</source>
            <translation>
                <numerusform>%n control slice taken. 1 to %1 give all points, %2 none.</numerusform>
                <numerusform>%n control slices taken. 1 to %1 give all points, %2 none.</numerusform>
            </translation>
        </message>
    </context>
<context>
    <name>app::worksheet::ConsolePage</name>
        <message numerus="yes">
            <source>and %n more, all clear</source>
            <translation>
                <numerusform>and %n more, clear</numerusform>
                <numerusform>and %n more, all clear</numerusform>
            </translation>
        </message>
</context>
    <context>
        <name>app::pacs::PacsPage</name>
        <message numerus="yes">
            <source>%n object(s) came.</source>
            <translation>
                <numerusform>%n object came.</numerusform>
                <numerusform>%n objects came.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n object(s) that the archive lists did not come.</source>
            <translation>
                <numerusform>%n object that the archive lists did not come.</numerusform>
                <numerusform>%n objects that the archive lists did not come.</numerusform>
            </translation>
        </message>
    </context>
<context>
    <name>app::panels::LevelsPanel</name>
        <message numerus="yes">
            <source>%n vertebra(e) found, none named: click one.</source>
            <translation>
                <numerusform>%n vertebra found, not named: click it.</numerusform>
                <numerusform>%n vertebrae found, none named: click one.</numerusform>
            </translation>
        </message>
</context>
</TS>
