// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/error.h"

#include <tl/expected.hpp>

namespace badgewright {

/// A value, or why there is none.
template <class T> using Result = tl::expected<T, Error>;

/// For calls that answer nothing but "it worked".
struct Done {
    bool operator==(const Done &) const = default;
};

inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

inline tl::unexpected<Error> fail(ErrorKind kind, const QString &detail = {})
{
    return tl::unexpected<Error>(Error::of(kind, detail));
}

} // namespace badgewright
