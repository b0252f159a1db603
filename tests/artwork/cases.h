// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// Checking and preparing pictures.
class PictureCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesGoodPictures_data();
    void takesGoodPictures();
    void refuses_data();
    void refuses();
    void putsNamesRight_data();
    void putsNamesRight();
    void keepsAnimationsWhole();
    void cleansSvg();
    void onlyWhatLeadsOutOfAStyleIsTakenAway();
    void aCleanedSvgStaysAsItIs_data();
    void aCleanedSvgStaysAsItIs();
    void aDrawingWithoutEndIsRefusedAtOnce_data();
    void aDrawingWithoutEndIsRefusedAtOnce();
    void whatDoesNotEndIsNotRead();
    void anIconFileHoldsNoLargerPictureThanAllowed();
    void svgHidesNothing_data();
    void svgHidesNothing();
    void svgKeepsLocalReferences();
    void svgBombsAreRefused_data();
    void svgBombsAreRefused();
    void theReasonIsWhatIsWrongWithTheSvg();
    void readsFiles();
    void takesClipboardImages();
    void worksInAThread();
    void cancelledWorkIsUnheard();
    void ownerMayGoFirst();
    void smallSquarePngStaysAsItIs();
    void makesSquareAndSmall();
    void trimsEmptyBorders();
    void photosBecomeLightPngs();
    void largePhotosAreQuick();
    void svgOnlyWhereTaken();
    void animationsNeedAForumThatTakesThem();
    void animatedWebpIsLeftWhole();
    void phonesPicturesAreExplained();
    void aPaletteIsNoOtherPicture();
    void fewerColoursKeepTheLook();
};

/// Findings, layout and painting of previews.
class PreviewCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cardBoxes_data();
    void cardBoxes();
    void largeCardBoxes();
    void pillBoxes();
    void headerPillBoxes();
    void userCardRow();
    void cardsFollowTextSizeAndWidth();
    void longWordsDoNotBurst();
    void thePageDecidesTheDirection();
    void paintsInsideItsBoxes_data();
    void paintsInsideItsBoxes();
    void paintsTypeColours();
    void paintsPicturesAtAllDensities();
    void glyphsAreRecoloured();
    void readsHtml_data();
    void readsHtml();
    void namesDroppedHtml();
    void shortensCounts();
    void forumsSayHowOldTheyAre();
    void aSwitchedOffBadgeKeepsItsPicture();
    void finds_data();
    void finds();
    void worstFirst();
    void contrastIsWcag();
};

/// The preview beside what a real forum measured.
class MeasuredCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAndUnknownIcons_data();
    void namesAndUnknownIcons();
    void cardColours_data();
    void cardColours();
    void largeCards();
    void postHeaders();
    void userCards();
    void versionsAndTextSizes_data();
    void versionsAndTextSizes();
};

/// A forum's own colours, other eyes, contrasts, rims, and every place where a badge shows.
class TruthCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void derivesTheDefaultShades();
    void derivesOtherPalettes();
    void coloursComeBackAsTheyWent();
    void readsHex_data();
    void readsHex();
    void otherEyes();
    void contrastOfArt();
    void findingsKnowTheForumsColours();
    void findsNamesThatAreCut();
    void rims_data();
    void rims();
    void rimsOfNothing();
    void keepsWhatTheForumKeeps_data();
    void keepsWhatTheForumKeeps();
    void gridsFollowTheWindow();
    void numbersOfPlaces();
    void nothingBreaksOut_data();
    void nothingBreaksOut();
};

/// Badge sets, folders and tables of badges, and how they stand to a forum.
class SetCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWent();
    void samePictureGoesOnce();
    void missingPicturesAreSaidAtExport();
    void designsGoWithTheirPicturesOnly();
    void refusesWhatIsNoSet_data();
    void refusesWhatIsNoSet();
    void oneBadBadgeKeepsOnlyItselfBack();
    void damagedSetsBreakNothing();
    void photosAreNotKept();
    void allPicturesTogetherHaveALimit();
    void nobodyWaitsAnyMore();
    void comparesWithAForum();
    void whatIsNotToldIsNotCompared();
    void anIconOrAPicture();
    void picturesAreComparedByWhatTheyShow();
    void looksAtTheForumPatiently();
    void lookingIsCalledOff();
};

/// Badges from pictures in folders and from tables.
class LooseCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAFolder();
    void readsFoldersInAFolder();
    void followsNoLinkOutOfAFolder();
    void linksToFoldersThatAreNotReadAreSaid();
    void whatIsNoFileIsSaid();
    void namesThatCannotBeReadAreSaid();
    void namesHoldNothingThatIsNotSeen();
    void readsRows();
};

/// Designs: their values, their files, how they are drawn and exported.
class DesignCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackFromItsFile();
    void strangersDesigns_data();
    void strangersDesigns();
    void strangersSvgIsCleaned();
    void svgLooksLikeThePng_data();
    void svgLooksLikeThePng();
    void svgPassesTheForumWhole();
    void symbolsTakeTheLayersFill();
    void symbolsFollowUseAndText();
    void hugeSvgsAreLeftOut();
    void followsTheType();
    void makesAllTypes();
    void makesASeries();
    void seriesNeedsATextAndRows();
    void longTextsFit();
    void textsBendAroundACircle();
    void bentTextsAreKeptAndExported();
    void everyShapeStaysInItsSize_data();
    void everyShapeStaysInItsSize();
    void keepsDesignsByBadge();
    void remembersWhatIsThere();
    void twoProgramsDoNotOverwriteEachOther();
    void oneProgramIsNotTakenForAnother();
    void movesDesignsToTheirBadge();
    void looseDesigns();
    void keepsNothingWithoutAFolder();
};

/// Cropping, turning, trimming and zooming pictures.
class PictureEditCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void crops();
    void turns();
    void trims();
    void getsABorder();
    void looksThroughASquare();
    void animationsAreLeftWhole();
    void becomesALightSquarePng();
    void aTurnedPhotoIsAsLightAsItWas();
    void anEditedPhotoIsCalledAsLargeAsItIs();
    void cutsRound();
};

/// Names of icons, what words mean in them, and those that are kept.
class IconCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreReadAsPeopleWriteThem();
    void wordsHaveIcons();
    void theNearestComeFirst();
    void theForumIsAskedForTheNearest();
    void keepsIconsOfAForum();
};

class PictureStoreCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsPicturesOfAForum();
    void throwsOutWhatTheForumGaveLongestAgo();
    void knowsAddressesThatTellTheirContent();
};
