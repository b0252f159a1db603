// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace badgewright::sample {

/// What a scope of an API key is called and what it opens, as the server lists it.
struct ScopeRow {
    const char *resource;
    const char *key;
    const char *parameters; ///< separated by commas; empty: none
    const char *urls;       ///< separated by |
};

constexpr std::array<ScopeRow, 20> scopeRows = {{
    {"global", "read", "", "* (get)"},
    {"topics", "read", "topic_id,external_id", "/t/:id (GET)|/t/external_id/:external_id (GET)|/t/:slug/:topic_id/print (GET)|/t/:slug/:topic_id/summary (GET)|/t/:topic_id/summary (GET)|/t/:topic_id/:post_number (GET)|/t/:topic_id/posts (GET)"},
    {"uploads", "create", "", "/uploads (POST)|/uploads/generate-presigned-put (POST)|/uploads/complete-external-upload (POST)|/uploads/create-multipart (POST)|/uploads/complete-multipart (POST)|/uploads/abort-multipart (POST)|/uploads/batch-presign-multipart-parts (POST)"},
    {"users", "show", "username,external_id,external_provider", "/users/:username (GET)|/u/:username (GET)|/u/by-external/:external_id (GET)"},
    {"users", "list", "", "/admin/users (GET)|/admin/users/list (GET)|/admin/users/list/:query (GET)"},
    {"users", "update", "username", "/u/:username (PUT)|/u/:username/preferences/badge_title (PUT)"},
    {"badges", "create", "", "/admin/badges (POST)"},
    {"badges", "show", "", "/badges/:id(/:slug) (GET)"},
    {"badges", "update", "", "/admin/badges/:id (PUT)"},
    {"badges", "delete", "", "/admin/badges/:id (DELETE)"},
    {"badges", "list_user_badges", "username", "/user-badges/:username.json (GET)|/user-badges/:username (GET)"},
    {"badges", "assign_badge_to_user", "username", "/user_badges (POST)"},
    {"badges", "revoke_badge_from_user", "", "/user_badges/:id (DELETE)"},
    {"groups", "manage_groups", "id", "/groups/:id/members (DELETE)|/groups/:id/members (PUT)|/groups/:name/members (GET)|/g/:id/members (DELETE)|/g/:id/members (PUT)|/g/:name/members (GET)"},
    {"groups", "administer_groups", "", "/groups (GET)|/groups/:id (PUT)|/groups/by-id/:id (GET)|/groups/:name (GET)"},
    {"search", "show", "q,page", "/search (GET)"},
    {"search", "query", "term", "/search/query (GET)"},
    {"wordpress", "publishing", "", "/site (GET)|/posts (POST)"},
    {"discourse_data_explorer", "run_queries", "id", "/admin/plugins/explorer/queries/:id/run (POST)"},
    {"user_status", "read", "", "/user-status (GET)"},
}};

} // namespace badgewright::sample
