// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/site.h"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace badgewright::sample {

/// A request's parameters as Rails sees them: query, body (form, JSON or multipart) and the variable parts of the
/// path in one tree. "ids[]" is a list, "metadata[sha1-checksum]" a tree.
class Params
{
public:
    Params();
    explicit Params(const Incoming &request);
    ~Params();
    Params(Params &&) noexcept;
    Params &operator=(Params &&) noexcept;

    const nlohmann::json &tree() const { return *m_tree; }
    bool has(const std::string &name) const;
    /// As text: a number or a JSON true is written out. Nothing when absent, null, or no scalar.
    std::optional<std::string> text(const std::string &name) const;
    /// Present and not blank.
    std::optional<std::string> present(const std::string &name) const;
    /// Neither absent nor JSON null nor JSON false: what Ruby takes for true.
    bool truthy(const std::string &name) const;
    /// The string "true", which is what several flags are compared with: a JSON true is not it.
    bool isTrueText(const std::string &name) const;
    std::vector<std::string> list(const std::string &name) const;
    std::vector<int> numbers(const std::string &name) const;
    int number(const std::string &name, int otherwise) const;
    void set(const std::string &name, const std::string &value);

private:
    std::unique_ptr<nlohmann::json> m_tree;
};

} // namespace badgewright::sample
