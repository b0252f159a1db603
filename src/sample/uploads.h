// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/discourse_desk.h"

namespace badgewright::sample {

/// What arrives for an upload, by whichever road.
struct Arriving {
    std::string filename;
    std::string content;
    bool forSiteSetting = false;
    int retainHours = 0;
};

/// Checks, transforms and keeps it; the same content gives the upload that is there already. Refusal 422 otherwise.
Upload takeUpload(Ask &ask, const Arriving &arriving);
nlohmann::json uploadShape(const Forum &forum, const Upload &upload);
/// Ends with one of the authorised extensions.
bool authorisedExtension(const std::string &filename, bool alsoSvg);
/// 429 for those who are not staff and do `what` more often than `count` times a minute.
void limitUploads(Ask &ask, const std::string &what, int count);

} // namespace badgewright::sample
