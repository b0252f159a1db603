// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// CSV, TSV, encodings.
class TableCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void keepsRowNumbers();
    void saysWhatIsNoTable_data();
    void saysWhatIsNoTable();
    void readsEncodings_data();
    void readsEncodings();
    void readsMixedEncodings();
    void survivesUnclosedQuotes();
    void warnsOfSwallowedRows();
    void refusesHugeFiles();
    void readsFiles();
    void readsAHundredThousandRows();
    void writesCsvThatIsReadBack();
    void defusesFormulas_data();
    void defusesFormulas();
};

/// Columns, pasted text, single recipients.
class MappingCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understandsOneRecipient_data();
    void understandsOneRecipient();
    void columnRuleBeatsGuess();
    void readsPastedText_data();
    void readsPastedText();
    void keepsNamesOfMails();
    void knowsClipboardTables();
    void guessesColumns_data();
    void guessesColumns();
    void readsListsWithSeveralOnALine_data();
    void readsListsWithSeveralOnALine();
    void mappingCanBeChanged();
    void makesRecipients();
    void saysWhichRowsNameNobody();
    void knowsTheShapeOfATable();
    void keepsMappingsAsText();
    void asksForThePersonColumn();
};

/// Groups, badges, topics, posts and reports as sources, with the requests counted.
class SourceCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAGroupPageByPage();
    void readsHoldersOnceEach();
    void readsATopicByItsLink();
    void readsTheLikersOfThePost();
    void saysWhatIsNoLink();
    void asksWhatAReportNeeds();
    void runsAReportWithItsParameters();
    void knowsTheColumnsOfReports_data();
    void knowsTheColumnsOfReports();
    void waitsWhenTheForumSaysSo();
    void cancels();
    void needsNoLookUp();
    void idsAreMarkedToo();
};

/// Sets of matched people, and those who are put aside.
class SetCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void combines_data();
    void combines();
    void keepsRowsAndReasons();
    void accountsWithoutIdsGoByName();
    void neverGuessesWhoIsLeftOut();
    void remarksOnWhoCountsForNobody();
    void saysWhoWasFoundByTheMailBeside();
    void manyPeople();
    void parkedRowsComeBack();
    void theReasonsKeepTheirTitle();
    void nobodyToPark();
    void aRowWithoutNameGoesByItsMail();
};

/// Recipients to accounts, with the requests counted.
class MatcherCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksUpAllNamesAtOnce();
    void asksNothingTwice();
    void asksByKind();
    void neverCutsNumbers();
    void otherForumsProfilesAreNotAsked();
    void suggestsNearMisses();
    void triesTheMailBesideAName();
    void displayNameIsAmbiguous();
    void boundsSuggestions();
    void suggestsAccountNumbers();
    void networkFailureFailsTheWhole();
    void oneBadMailFailsAlone();
    void forbiddenMailsStopButNamesGoOn();
    void waitsWhenTheForumSaysSo();
    void cancels();
    void diesWithItsMatcher();
    void callsOffWhatNobodyWaitsFor();
    void knownAccountsCostNothing();
    void findsPeopleOfAnswerHub();
    void manyRowsStayQuick();
};
