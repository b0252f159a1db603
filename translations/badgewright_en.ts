<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>badgewright::artwork::FolderPictures</name>
    <message numerus="yes">
        <source>%n picture(s) were left out: their names hold characters that cannot be read. Rename them.</source>
        <translation>
            <numerusform>%n picture was left out: its name holds characters that cannot be read. Rename it.</numerusform>
            <numerusform>%n pictures were left out: their names hold characters that cannot be read. Rename them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::runs::BulkAward</name>
    <message numerus="yes">
        <source>The forum has not given it within %n minute(s).</source>
        <translation>
            <numerusform>The forum has not given it within %n minute.</numerusform>
            <numerusform>The forum has not given it within %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::AwardsPage</name>
    <message numerus="yes">
        <source>Search %Ln award types</source>
        <translation>
            <numerusform>Search %Ln award type</numerusform>
            <numerusform>Search %Ln award types</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 holds %2 %Ln time(s).</source>
        <translation>
            <numerusform>%1 holds %2 %Ln time.</numerusform>
            <numerusform>%1 holds %2 %Ln times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::BadgeListModel</name>
    <message numerus="yes">
        <source>%1, %n badge(s)</source>
        <translation>
            <numerusform>%1, %n badge</numerusform>
            <numerusform>%1, %n badges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln holder(s)</source>
        <translation>
            <numerusform>%Ln holder</numerusform>
            <numerusform>%Ln holders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::BadgeListPane</name>
    <message numerus="yes">
        <source>Search %Ln badge(s)</source>
        <translation>
            <numerusform>Search %Ln badge</numerusform>
            <numerusform>Search %Ln badges</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::BadgesPage</name>
    <message numerus="yes">
        <source>%Ln holder(s)</source>
        <translation>
            <numerusform>%Ln holder</numerusform>
            <numerusform>%Ln holders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Grant %Ln…</source>
        <translation>
            <numerusform>Grant %Ln…</numerusform>
            <numerusform>Grant %Ln…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n badge(s) that you have not published are here again.</source>
        <translation>
            <numerusform>%n badge that you have not published is here again.</numerusform>
            <numerusform>%n badges that you have not published are here again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new badge(s)</source>
        <translation>
            <numerusform>%n new badge</numerusform>
            <numerusform>%n new badges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>discarding the changes of %n badge(s)</source>
        <translation>
            <numerusform>discarding the changes of %n badge</numerusform>
            <numerusform>discarding the changes of %n badges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The changes of %Ln badge(s) were discarded.</source>
        <translation>
            <numerusform>The changes of %Ln badge were discarded.</numerusform>
            <numerusform>The changes of %Ln badges were discarded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln…</source>
        <translation>
            <numerusform>Delete %Ln…</numerusform>
            <numerusform>Delete %Ln…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the chosen badges stay: they belong to the forum, or are not on it yet.</source>
        <translation>
            <numerusform>%Ln of the chosen badges stays: it belongs to the forum, or is not on it yet.</numerusform>
            <numerusform>%Ln of the chosen badges stay: they belong to the forum, or are not on it yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %Ln badges</source>
        <translation>
            <numerusform>Duplicate %Ln badge</numerusform>
            <numerusform>Duplicate %Ln badges</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::BadgeCopies</name>
    <message numerus="yes">
        <source>duplicates of %n badge(s)</source>
        <translation>
            <numerusform>duplicate of %n badge</numerusform>
            <numerusform>duplicates of %n badges</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::BadgeImports</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>An import of %n badge(s) is not finished.</source>
        <translation>
            <numerusform>An import of %n badge is not finished.</numerusform>
            <numerusform>An import of %n badges is not finished.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>An import of %n badge(s) is not finished. Open “%1” in its place?</source>
        <translation>
            <numerusform>An import of %n badge is not finished. Open “%1” in its place?</numerusform>
            <numerusform>An import of %n badges is not finished. Open “%1” in its place?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::StudioDialog</name>
    <message numerus="yes">
        <source>%n new badge(s) stand in the list of the main window, not published yet.</source>
        <translation>
            <numerusform>%n new badge stands in the list of the main window, not published yet.</numerusform>
            <numerusform>%n new badges stand in the list of the main window, not published yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::BadgePublishing</name>
    <message numerus="yes">
        <source>%Ln were not sent, as it was stopped.</source>
        <translation>
            <numerusform>%Ln was not sent, as it was stopped.</numerusform>
            <numerusform>%Ln were not sent, as it was stopped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more remark(s) are in the ledger.</source>
        <translation>
            <numerusform>%Ln more remark is in the ledger.</numerusform>
            <numerusform>%Ln more remarks are in the ledger.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln badge(s) are published to %1.</source>
        <translation>
            <numerusform>%Ln badge is published to %1.</numerusform>
            <numerusform>%Ln badges are published to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln badge(s) are published to %2.</source>
        <translation>
            <numerusform>%1 of %Ln badge is published to %2.</numerusform>
            <numerusform>%1 of %Ln badges are published to %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::BulkFace</name>
    <message numerus="yes">
        <source>%Ln badge(s) did not get the picture.</source>
        <translation>
            <numerusform>%Ln badge did not get the picture.</numerusform>
            <numerusform>%Ln badges did not get the picture.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln picture</numerusform>
            <numerusform>%Ln pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln icon(s)</source>
        <translation>
            <numerusform>%Ln icon</numerusform>
            <numerusform>%Ln icons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::PublishQuestion</name>
    <message numerus="yes">
        <source>Publish %Ln badge(s) to %1?</source>
        <translation>
            <numerusform>Publish %Ln badge to %1?</numerusform>
            <numerusform>Publish %Ln badges to %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Publish %Ln badge(s)</source>
        <translation>
            <numerusform>Publish %Ln badge</numerusform>
            <numerusform>Publish %Ln badges</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::DayChart</name>
    <message numerus="yes">
        <source>%Ln day(s) with points</source>
        <translation>
            <numerusform>%Ln day with points</numerusform>
            <numerusform>%Ln days with points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::DaySpanField</name>
    <message numerus="yes">
        <source>Last %Ln days</source>
        <translation>
            <numerusform>Last day</numerusform>
            <numerusform>Last %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::ReasonPicker</name>
    <message numerus="yes">
        <source>Type at least %n letter(s).</source>
        <translation>
            <numerusform>Type at least %n letter.</numerusform>
            <numerusform>Type at least %n letters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln post(s)</source>
        <translation>
            <numerusform>%Ln post</numerusform>
            <numerusform>%Ln posts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Discourse</name>
    <message numerus="yes">
        <source>The grouping “%1” still has %n badge(s). Move them to another grouping first.</source>
        <translation>
            <numerusform>The grouping “%1” still has %n badge. Move them to another grouping first.</numerusform>
            <numerusform>The grouping “%1” still has %n badges. Move them to another grouping first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::GrantDialog</name>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln badges</source>
        <translation>
            <numerusform>%Ln badge</numerusform>
            <numerusform>%Ln badges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Grant %1 to %Ln people on %2</source>
        <translation>
            <numerusform>Grant %1 to %Ln person on %2</numerusform>
            <numerusform>Grant %1 to %Ln people on %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to %Ln people on %2?</source>
        <translation>
            <numerusform>%1 to %Ln person on %2?</numerusform>
            <numerusform>%1 to %Ln people on %2?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list of %Ln people is not kept.</source>
        <translation>
            <numerusform>The list of %Ln person is not kept.</numerusform>
            <numerusform>The list of %Ln people is not kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %1 from %Ln people on %2</source>
        <translation>
            <numerusform>Revoke %1 from %Ln person on %2</numerusform>
            <numerusform>Revoke %1 from %Ln people on %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 from %Ln people on %2?</source>
        <translation>
            <numerusform>%1 from %Ln person on %2?</numerusform>
            <numerusform>%1 from %Ln people on %2?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were left out in Review.</source>
        <translation>
            <numerusform>%Ln row was left out in Review.</numerusform>
            <numerusform>%Ln rows were left out in Review.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::GrantFlow</name>
    <message numerus="yes">
        <source>Grant %Ln badges</source>
        <translation>
            <numerusform>Grant %Ln badge</numerusform>
            <numerusform>Grant %Ln badges</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::GrantMatchPage</name>
    <message numerus="yes">
        <source>%Ln people saved to %1. Open the file as a table when they have joined.</source>
        <translation>
            <numerusform>%Ln person saved to %1. Open the file as a table when they have joined.</numerusform>
            <numerusform>%Ln people saved to %1. Open the file as a table when they have joined.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking for %Ln people on %1…</source>
        <translation>
            <numerusform>Looking for %Ln person on %1…</numerusform>
            <numerusform>Looking for %Ln people on %1…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the people need a decision. Who stays open is left out; you can still decide in Review.</source>
        <translation>
            <numerusform>%Ln of the people needs a decision. Who stays open is left out; you can still decide in Review.</numerusform>
            <numerusform>%Ln of the people need a decision. Who stays open is left out; you can still decide in Review.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::GrantReviewPage</name>
    <message numerus="yes">
        <source>%Ln grant(s), each revoked by itself.</source>
        <translation>
            <numerusform>%Ln grant to revoke.</numerusform>
            <numerusform>%Ln grants, each revoked by itself.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::GrantSourcePage</name>
    <message numerus="yes">
        <source>%Ln people named</source>
        <translation>
            <numerusform>%Ln person named</numerusform>
            <numerusform>%Ln people named</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more of this kind.</source>
        <translation>
            <numerusform>And %Ln more of this kind.</numerusform>
            <numerusform>And %Ln more of this kind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::GrantsPage</name>
    <message numerus="yes">
        <source>%Ln grant(s)</source>
        <translation>
            <numerusform>%Ln grant</numerusform>
            <numerusform>%Ln grants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln grants on %1?</source>
        <translation>
            <numerusform>Revoke %Ln grant on %1?</numerusform>
            <numerusform>Revoke %Ln grants on %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln grant(s) revoked on %1.</source>
        <translation>
            <numerusform>%Ln grant revoked on %1.</numerusform>
            <numerusform>%Ln grants revoked on %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln grant(s) could not be revoked.</source>
        <translation>
            <numerusform>%Ln grant could not be revoked.</numerusform>
            <numerusform>%Ln grants could not be revoked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::IconDialog</name>
    <message numerus="yes">
        <source>These %Ln icon(s) are kept on this computer.</source>
        <translation>
            <numerusform>This %Ln icon is kept on this computer.</numerusform>
            <numerusform>These %Ln icons are kept on this computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln icon(s); search for more</source>
        <translation>
            <numerusform>The first %Ln icon; search for more</numerusform>
            <numerusform>The first %Ln icons; search for more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln icon(s)</source>
        <translation>
            <numerusform>%Ln icon</numerusform>
            <numerusform>%Ln icons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them have a picture. The icon will replace it.</source>
        <translation>
            <numerusform>%Ln of them has a picture. The icon will replace it.</numerusform>
            <numerusform>%Ln of them have a picture. The icon will replace it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::PublishBar</name>
    <message numerus="yes">
        <source>%Ln change(s) not published</source>
        <translation>
            <numerusform>%Ln change not published</numerusform>
            <numerusform>%Ln changes not published</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other badge(s) have changes</source>
        <translation>
            <numerusform>%Ln other badge has changes</numerusform>
            <numerusform>%Ln other badges have changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed badge(s) not published</source>
        <translation>
            <numerusform>%Ln changed badge not published</numerusform>
            <numerusform>%Ln changed badges not published</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Publish %Ln badge(s) to %1</source>
        <translation>
            <numerusform>Publish %Ln badge to %1</numerusform>
            <numerusform>Publish %Ln badges to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Publish all %Ln</source>
        <translation>
            <numerusform>Publish all %Ln</numerusform>
            <numerusform>Publish all %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::RunDetail</name>
    <message numerus="yes">
        <source>Retry %Ln failed</source>
        <translation>
            <numerusform>Retry %Ln failed</numerusform>
            <numerusform>Retry %Ln failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::RunListModel</name>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::ScoresPage</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) not applied</source>
        <translation>
            <numerusform>%Ln change not applied</numerusform>
            <numerusform>%Ln changes not applied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln correction(s)</source>
        <translation>
            <numerusform>%Ln correction</numerusform>
            <numerusform>%Ln corrections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln void</source>
        <translation>
            <numerusform>%Ln void</numerusform>
            <numerusform>%Ln voids</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %Ln change(s) to %1</source>
        <translation>
            <numerusform>Apply %Ln change to %1</numerusform>
            <numerusform>Apply %Ln changes to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %Ln change(s) to %1?</source>
        <translation>
            <numerusform>Apply %Ln change to %1?</numerusform>
            <numerusform>Apply %Ln changes to %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) made on %1.</source>
        <translation>
            <numerusform>%Ln change made on %1.</numerusform>
            <numerusform>%Ln changes made on %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) failed.</source>
        <translation>
            <numerusform>%Ln change failed.</numerusform>
            <numerusform>%Ln changes failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>read %Ln min ago</source>
        <translation>
            <numerusform>read %Ln min ago</numerusform>
            <numerusform>read %Ln min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not in this list</source>
        <translation>
            <numerusform>%Ln not in this list</numerusform>
            <numerusform>%Ln not in this list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::Shell</name>
    <message numerus="yes">
        <source>An import of %n badge(s) that is not finished is kept on this computer.</source>
        <translation>
            <numerusform>An import of %n badge that is not finished is kept on this computer.</numerusform>
            <numerusform>An import of %n badges that is not finished is kept on this computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>An import of %n badge(s) that is not finished is lost with it.</source>
        <translation>
            <numerusform>An import of %n badge that is not finished is lost with it.</numerusform>
            <numerusform>An import of %n badges that is not finished is lost with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Quit while %n run(s) are under way?</source>
        <translation>
            <numerusform>Quit while %n run is under way?</numerusform>
            <numerusform>Quit while %n runs are under way?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n badge(s) that you have not published are kept on this computer.</source>
        <translation>
            <numerusform>%n badge that you have not published is kept on this computer.</numerusform>
            <numerusform>%n badges that you have not published are kept on this computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n badge(s) that you have not published are lost with it.</source>
        <translation>
            <numerusform>%n badge that you have not published is lost with it.</numerusform>
            <numerusform>%n badges that you have not published are lost with it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::TextField</name>
    <message numerus="yes">
        <source>%Ln character(s) too many: the forum takes no more than %1.</source>
        <translation>
            <numerusform>%Ln character too many: the forum takes no more than %1.</numerusform>
            <numerusform>%Ln characters too many: the forum takes no more than %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::Workspace</name>
    <message numerus="yes">
        <source>%n run(s) were interrupted.</source>
        <translation>
            <numerusform>%n run was interrupted.</numerusform>
            <numerusform>%n runs were interrupted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::runs::AwardPlanner</name>
    <message numerus="yes">
        <source>has it %n time(s) and would get it again</source>
        <translation>
            <numerusform>has it %n time and would get it again</numerusform>
            <numerusform>has it %n times and would get it again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>has it %n time(s)</source>
        <translation>
            <numerusform>has it %n time</numerusform>
            <numerusform>has it %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::runs::GrantPlanner</name>
    <message numerus="yes">
        <source>Grant %n badge(s)</source>
        <translation>
            <numerusform>Grant %n badge</numerusform>
            <numerusform>Grant %n badges</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::runs::ScorePlanner</name>
    <message numerus="yes">
        <source>Enter %n score event(s)</source>
        <translation>
            <numerusform>Enter %n score event</numerusform>
            <numerusform>Enter %n score events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n score event(s)</source>
        <translation>
            <numerusform>Import %n score event</numerusform>
            <numerusform>Import %n score events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n score event(s)</source>
        <translation>
            <numerusform>Change %n score event</numerusform>
            <numerusform>Change %n score events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::runs::SimplePlans</name>
    <message numerus="yes">
        <source>Revoke %n grant(s)</source>
        <translation>
            <numerusform>Revoke %n grant</numerusform>
            <numerusform>Revoke %n grants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Publish %n badge(s)</source>
        <translation>
            <numerusform>Publish %n badge</numerusform>
            <numerusform>Publish %n badges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give reputation to %n person(s)</source>
        <translation>
            <numerusform>Give reputation to %n person</numerusform>
            <numerusform>Give reputation to %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n badge(s)</source>
        <translation>
            <numerusform>Delete %n badge</numerusform>
            <numerusform>Delete %n badges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grant(s) vanish with what is deleted.</source>
        <translation>
            <numerusform>%n grant vanishes with what is deleted.</numerusform>
            <numerusform>%n grants vanish with what is deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grant(s) vanish with it.</source>
        <translation>
            <numerusform>%n grant vanishes with it.</numerusform>
            <numerusform>%n grants vanish with it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::SourceDialog</name>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>granted %Ln time(s)</source>
        <translation>
            <numerusform>granted %Ln time</numerusform>
            <numerusform>granted %Ln times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::SourceList</name>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::words</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Do %Ln step(s)</source>
        <translation>
            <numerusform>Do %Ln step</numerusform>
            <numerusform>Do %Ln steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln score event(s)</source>
        <translation>
            <numerusform>Add %Ln score event</numerusform>
            <numerusform>Add %Ln score events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln score event(s)</source>
        <translation>
            <numerusform>Change %Ln score event</numerusform>
            <numerusform>Change %Ln score events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %Ln award(s)</source>
        <translation>
            <numerusform>Give %Ln award</numerusform>
            <numerusform>Give %Ln awards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln badges</source>
        <translation>
            <numerusform>%Ln badge</numerusform>
            <numerusform>%Ln badges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Grant %1 to %Ln people</source>
        <translation>
            <numerusform>Grant %1 to %Ln person</numerusform>
            <numerusform>Grant %1 to %Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %1 from %Ln people</source>
        <translation>
            <numerusform>Revoke %1 from %Ln person</numerusform>
            <numerusform>Revoke %1 from %Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s), read back while the forum gives it: about %1.</source>
        <translation>
            <numerusform>%Ln request, read back while the forum gives it: about %1.</numerusform>
            <numerusform>%Ln requests, read back while the forum gives it: about %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s), about %1 as fast as the forum allows.</source>
        <translation>
            <numerusform>%Ln request, about %1 as fast as the forum allows.</numerusform>
            <numerusform>%Ln requests, about %1 as fast as the forum allows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s), about %1 at 45 a minute.</source>
        <translation>
            <numerusform>%Ln request, about %1 at 45 a minute.</numerusform>
            <numerusform>%Ln requests, about %1 at 45 a minute.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo %Ln change(s)</source>
        <translation>
            <numerusform>Undo %Ln change</numerusform>
            <numerusform>Undo %Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::runs::Step</name>
    <message numerus="yes">
        <source>Save %n grouping(s)</source>
        <translation>
            <numerusform>Save %n grouping</numerusform>
            <numerusform>Save %n groupings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::BadgeRemoval</name>
    <message numerus="yes">
        <source>%Ln grant(s) vanish with the badge. A table of the holders can be loaded again when a badge is granted.</source>
        <translation>
            <numerusform>%Ln grant vanishes with the badge. A table of the holders can be loaded again when a badge is granted.</numerusform>
            <numerusform>%Ln grants vanish with the badge. A table of the holders can be loaded again when a badge is granted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln grant(s) vanish with the badges. One table says who holds which; it can be loaded again when a badge is granted.</source>
        <translation>
            <numerusform>%Ln grant vanishes with the badges. One table says who holds which; it can be loaded again when a badge is granted.</numerusform>
            <numerusform>%Ln grants vanish with the badges. One table says who holds which; it can be loaded again when a badge is granted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” (%Ln grant(s))</source>
        <translation>
            <numerusform>“%1” (%Ln grant)</numerusform>
            <numerusform>“%1” (%Ln grants)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln badge(s) from %1?</source>
        <translation>
            <numerusform>Delete %Ln badge from %1?</numerusform>
            <numerusform>Delete %Ln badges from %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln badge(s)</source>
        <translation>
            <numerusform>Delete %Ln badge</numerusform>
            <numerusform>Delete %Ln badges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleting %Ln badge(s)…</source>
        <translation>
            <numerusform>Deleting %Ln badge…</numerusform>
            <numerusform>Deleting %Ln badges…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln badge(s) are deleted from %1.</source>
        <translation>
            <numerusform>%Ln badge is deleted from %1.</numerusform>
            <numerusform>%Ln badges are deleted from %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln badge(s) were not deleted.</source>
        <translation>
            <numerusform>%Ln badge was not deleted.</numerusform>
            <numerusform>%Ln badges were not deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::RecalculateDialog</name>
    <message numerus="yes">
        <source>%Ln of the forum’s five recalculations a day are left.</source>
        <translation>
            <numerusform>%Ln of the forum’s five recalculations a day is left.</numerusform>
            <numerusform>%Ln of the forum’s five recalculations a day are left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::ImportDialog</name>
    <message numerus="yes">
        <source>%Ln of them is/are on the forum already and will be changed: %1.</source>
        <translation>
            <numerusform>%Ln of them is on the forum already and will be changed: %1.</numerusform>
            <numerusform>%Ln of them are on the forum already and will be changed: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these badges come(s) with the design of the picture, which this computer does not have.</source>
        <translation>
            <numerusform>%n of these badges comes with the design of its picture, which this computer does not have.</numerusform>
            <numerusform>%n of these badges come with the designs of their pictures, which this computer does not have.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %n design(s) of this computer?</source>
        <translation>
            <numerusform>Replace %n design of this computer?</numerusform>
            <numerusform>Replace %n designs of this computer?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Publish %Ln badge(s) to %1</source>
        <translation>
            <numerusform>Publish %Ln badge to %1</numerusform>
            <numerusform>Publish %Ln badges to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Publish %Ln badge(s) to %1?</source>
        <translation>
            <numerusform>Publish %Ln badge to %1?</numerusform>
            <numerusform>Publish %Ln badges to %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) stay as they are.</source>
        <translation>
            <numerusform>%Ln row stays as it is.</numerusform>
            <numerusform>%Ln rows stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln badge(s) published to %1.</source>
        <translation>
            <numerusform>%Ln badge published to %1.</numerusform>
            <numerusform>%Ln badges published to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) failed; those badges are still here.</source>
        <translation>
            <numerusform>%Ln step failed; that badge is still here.</numerusform>
            <numerusform>%Ln steps failed; those badges are still here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::ImportHistory</name>
    <message numerus="yes">
        <source>leaving out %n row(s)</source>
        <translation>
            <numerusform>leaving out %n row</numerusform>
            <numerusform>leaving out %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>taking %n row(s)</source>
        <translation>
            <numerusform>taking %n row</numerusform>
            <numerusform>taking %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n row(s)</source>
        <translation>
            <numerusform>%1 of %n row</numerusform>
            <numerusform>%1 of %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::ImportRun</name>
    <message numerus="yes">
        <source>%Ln of the %1 badge(s) of run %2 is/are published already and stay(s) on the forum.</source>
        <translation>
            <numerusform>%Ln of the %1 badges of run %2 is published already and stays on the forum.</numerusform>
            <numerusform>%Ln of the %1 badges of run %2 are published already and stay on the forum.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::ImportFlow</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::Import</name>
    <message numerus="yes">
        <source>%n other file(s) were left out: sets, folders and tables come one at a time.</source>
        <translation>
            <numerusform>%n other file was left out: sets, folders and tables come one at a time.</numerusform>
            <numerusform>%n other files were left out: sets, folders and tables come one at a time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::SetExport</name>
    <message numerus="yes">
        <source>Export all %Ln badge(s)…</source>
        <translation>
            <numerusform>Export the %Ln badge…</numerusform>
            <numerusform>Export all %Ln badges…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export these %Ln badge(s)…</source>
        <translation>
            <numerusform>Export this badge…</numerusform>
            <numerusform>Export these %Ln badges…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the chosen badge(s) is not published yet and is left out.</source>
        <translation>
            <numerusform>%Ln of the chosen badges is not published yet and is left out.</numerusform>
            <numerusform>%Ln of the chosen badges are not published yet and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“All” leaves out %Ln badge(s) that came with the forum: every forum has them.</source>
        <translation>
            <numerusform>“All” leaves out %Ln badge that came with the forum: every forum has it.</numerusform>
            <numerusform>“All” leaves out %Ln badges that came with the forum: every forum has them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading the pictures of %Ln badge(s)…</source>
        <translation>
            <numerusform>Reading the picture of %Ln badge…</numerusform>
            <numerusform>Reading the pictures of %Ln badges…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln badge(s) exported to %1.</source>
        <translation>
            <numerusform>%Ln badge exported to %1.</numerusform>
            <numerusform>%Ln badges exported to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::artwork::LooseBadges</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) in the folder are no pictures by their names and were left out: %1.</source>
        <translation>
            <numerusform>%n other file in the folder is no picture by its name and was left out: %1.</numerusform>
            <numerusform>%n other files in the folder are no pictures by their names and were left out: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) in the folder are no pictures by their names and were left out, among them %1.</source>
        <translation>
            <numerusform>%n other file in the folder is no picture by its name and was left out: %1.</numerusform>
            <numerusform>%n other files in the folder are no pictures by their names and were left out, among them %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::BadgePicker</name>
    <message numerus="yes">
        <source>Add %Ln badges</source>
        <translation>
            <numerusform>Add %Ln badge</numerusform>
            <numerusform>Add %Ln badges</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::artwork::BadgeSet</name>
    <message numerus="yes">
        <source>%n design(s) did not fit into the set; the pictures are in it.</source>
        <translation>
            <numerusform>%n design did not fit into the set; its picture is in it.</numerusform>
            <numerusform>%n designs did not fit into the set; the pictures are in it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Whether it shows the granting post is not readable with this key, so the set does not say it of %n badge(s).</source>
        <translation>
            <numerusform>Whether a badge shows the granting post is not readable with this key, so the set does not say it of %n badge.</numerusform>
            <numerusform>Whether a badge shows the granting post is not readable with this key, so the set does not say it of %n badges.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The forum grants %n badge(s) by queries that are not readable with this key, so they are not in the set.</source>
        <translation>
            <numerusform>The forum grants %n badge by a query that is not readable with this key, so it is not in the set.</numerusform>
            <numerusform>The forum grants %n badges by queries that are not readable with this key, so they are not in the set.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::DraftHistory</name>
    <message numerus="yes">
        <source>%1 of %n badge(s)</source>
        <translation>
            <numerusform>%1 of %n badge</numerusform>
            <numerusform>%1 of %n badges</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::GroupingChanges</name>
    <message numerus="yes">
        <source>First %n badge(s) move to another grouping.</source>
        <translation>
            <numerusform>First %n badge moves to another grouping.</numerusform>
            <numerusform>First %n badges move to another grouping.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::GroupingListModel</name>
    <message numerus="yes">
        <source>removed, %Ln badge(s) to “%1”</source>
        <translation>
            <numerusform>removed, %Ln badge to “%1”</numerusform>
            <numerusform>removed, %Ln badges to “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln badge(s)</source>
        <translation>
            <numerusform>%Ln badge</numerusform>
            <numerusform>%Ln badges</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::BulkEditor</name>
    <message numerus="yes">
        <source>Not for %Ln of them: %1</source>
        <translation>
            <numerusform>Not for %Ln of them: %1</numerusform>
            <numerusform>Not for %Ln of them: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln badge(s)</source>
        <translation>
            <numerusform>%Ln badge</numerusform>
            <numerusform>%Ln badges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them belong(s) to the forum, which fixes there: %1.</source>
        <translation>
            <numerusform>%Ln of them belongs to the forum, which fixes there: %1.</numerusform>
            <numerusform>%Ln of them belong to the forum, which fixes there: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>badgewright::ui::FindingsSummary</name>
    <message numerus="yes">
        <source>All %Ln remark(s)</source>
        <translation>
            <numerusform>All %Ln remark</numerusform>
            <numerusform>All %Ln remarks</numerusform>
        </translation>
    </message>
</context>
</TS>
