// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace badgewright::sample_cases {

class RouteCases : public QObject
{
Q_OBJECT
private Q_SLOTS:
    void grantsByMultipartWithoutSuffix();
    void tellsAWrongKeyFromAMissingPage();
    void takesALongForm();
    void keepsScoreEventsInNoOrder();
    void awardsInBulkLater();
    void showsAnOldBadgeText();
    void writesTextsOfSystemBadges();
    void servesPicturesAndIcons();
    void findsPeople();
    void findsTopics();
    void saysWhatIsThere();
    void givesAUserKeyToAProgram();
    void isAlwaysTheSameCommunity();
};

class UploadCases : public QObject
{
Q_OBJECT
private Q_SLOTS:
    void knowsTheSamePictureAgain();
    void turnsALargePngToJpeg();
    void refusesWhatIsNoPicture();
    void takesSvgForStaffOnly();
    void takesAPresignedPut();
    void storeRefusesWhatWasNotSigned();
    void joinsParts();
};

class FaultCases : public QObject
{
Q_OBJECT
private Q_SLOTS:
    void knowsFaultsByName();
    void cutsBeforeTheChange();
    void cutsAfterTheChange();
    void strikesEveryThird();
    void limitsInTwoForms();
    void refusesWritesWhenReadOnly();
    void spoilsJson();
    void redirectsToAnotherOrigin();
    void closesUnannounced();
    void failsBeforeTheChange();
    void stopsWhileSlow();
    void stopsWithIdleConnections();
    void switchesAtRunTime();
};

class StateCases : public QObject
{
Q_OBJECT
private Q_SLOTS:
    void keepsChangesOverARestart();
    void hasWhatWasAnsweredOnDisk();
    void cutsOffAnUnfinishedLine();
    void finishesABulkAward();
    void isOpenedOnce();
    void refusesAnotherFile();
    void forgetsWithoutAFile();
};

class LimitCases : public QObject
{
Q_OBJECT
private Q_SLOTS:
    void windowSlides();
    void countsAllKeysTogether();
    void hasAQuotaOfRecalculations();
};

} // namespace badgewright::sample_cases
