// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace badgewright::answerhub_cases {

/// What a reply to a grant amounts to, row by row, and that nothing is sent twice.
class GivingCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judged_data();
    void judged();
    void failed_data();
    void failed();
    void sent_once_without_a_body();
    void a_redirect_leads_nowhere();
    void the_two_permissions_are_named();
    void not_found_names_everything();
    void reputation();
    void ids_are_checked_here_data();
    void ids_are_checked_here();
    void called_off_while_under_way();
    void addresses_of_people_are_not_kept();
};

} // namespace badgewright::answerhub_cases
