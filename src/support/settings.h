// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace badgewright {

/// One thing the program remembers: its name in the file, its type, and what holds until it is set.
template <class T> struct Setting {
    const char *key;
    T fallback;
};

/// The table of all settings. Never a secret among them.
namespace settings {
inline const Setting<QString> kTheme{"window/theme", QStringLiteral("system")};
inline const Setting<QByteArray> kWindowGeometry{"window/geometry", {}};
inline const Setting<QString> kLastConnection{"window/lastConnection", {}};
inline const Setting<QString> kLastPage{"window/lastPage", {}};
inline const Setting<QByteArray> kGrantGeometry{"grant/geometry", {}};
inline const Setting<QString> kPace{"runs/pace", QStringLiteral("considerate")};
inline const Setting<QString> kLastFolder{"files/lastFolder", {}};
inline const Setting<QStringList> kColumnChoices{"people/columnChoices", {}}; ///< newest first: shape of a table, blank, mapping
inline const Setting<int> kPreviewScheme{"badges/previewScheme", 0};
inline const Setting<int> kPreviewScale{"badges/previewScale", 0};
inline const Setting<int> kPreviewTextSize{"badges/previewTextSize", 16};
inline const Setting<int> kPlacesPages{"places/pages", 0};
inline const Setting<int> kPlacesScale{"places/scale", 0};
inline const Setting<int> kPlacesTextSize{"places/textSize", 16};
inline const Setting<int> kPlacesWidth{"places/width", 0}; ///< none chosen: the widest that there is room for
inline const Setting<int> kPlacesVersion{"places/forumVersion", -1}; ///< none chosen
inline const Setting<int> kPlacesVision{"places/vision", 0};
inline const Setting<QByteArray> kPlacesGeometry{"places/geometry", {}};
inline const Setting<QByteArray> kStudioGeometry{"studio/geometry", {}};
inline const Setting<QByteArray> kPictureEditorGeometry{"studio/pictureGeometry", {}};
inline const Setting<QStringList> kPalette{"studio/palette", {QStringLiteral("#3056c8"), QStringLiteral("#1e9e6a"), QStringLiteral("#b42318"), QStringLiteral("#ffffff")}};
inline const Setting<QStringList> kColoursUsed{"studio/coloursUsed", {}}; ///< newest first
} // namespace settings

/// What the program remembers between starts, in one INI file that a person may read and delete.
class Settings
{
public:
    explicit Settings(const QString &file);

    template <class T> T value(const Setting<T> &setting) const
    {
        const QVariant stored = m_file.value(QString::fromLatin1(setting.key));
        return stored.isValid() && stored.canConvert<T>() ? stored.value<T>() : setting.fallback;
    }
    template <class T> void set(const Setting<T> &setting, const T &value)
    {
        m_file.setValue(QString::fromLatin1(setting.key), QVariant::fromValue(value));
    }

    /// States of splitters and table headers, by the name of what they belong to ("badges.columns").
    QByteArray layout(const QString &name) const;
    void setLayout(const QString &name, const QByteArray &state);
    /// What is remembered of one forum, by its connection's id; it goes with the connection.
    QVariant forumValue(const QString &connectionId, const QString &name) const;
    void setForumValue(const QString &connectionId, const QString &name, const QVariant &value);
    void forgetForum(const QString &connectionId);

    /// Writes what has not been written yet. It happens by itself now and then, and at the end.
    void sync() { m_file.sync(); }

private:
    QSettings m_file;
};

} // namespace badgewright
