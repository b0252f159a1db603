// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/jpeg_end.h"

#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>
#include <jerror.h>

namespace badgewright::artwork {
namespace {

struct Watch {
    jpeg_error_mgr messages; // first: the library hands out its address for ours
    jmp_buf back;
    bool early;
};

Watch *watchOf(j_common_ptr reading)
{
    return reinterpret_cast<Watch *>(reading->err);
}

void noteWarning(j_common_ptr reading, int level)
{
    const int code = reading->err->msg_code;
    if (level < 0 && (code == JWRN_HIT_MARKER || code == JWRN_JPEG_EOF))
        watchOf(reading)->early = true;
}

void keepSilent(j_common_ptr)
{
}

void giveUp(j_common_ptr reading)
{
    longjmp(watchOf(reading)->back, 1);
}

} // namespace

bool jpegEndsEarly(const QByteArray &bytes)
{
    jpeg_decompress_struct reading;
    Watch watch;
    watch.early = false;
    reading.err = jpeg_std_error(&watch.messages);
    watch.messages.emit_message = noteWarning;
    watch.messages.output_message = keepSilent;
    watch.messages.error_exit = giveUp;
    // Nothing with a destructor lives between here and the end.
    if (setjmp(watch.back)) {
        jpeg_destroy_decompress(&reading);
        return watch.early;
    }
    jpeg_create_decompress(&reading);
    jpeg_mem_src(&reading, reinterpret_cast<const unsigned char *>(bytes.constData()), static_cast<unsigned long>(bytes.size()));
    jpeg_read_header(&reading, TRUE);
    // All of the data is gone through, and next to nothing is made of it.
    reading.scale_num = 1;
    reading.scale_denom = 8;
    reading.dct_method = JDCT_IFAST;
    jpeg_start_decompress(&reading);
    JSAMPARRAY row = (*reading.mem->alloc_sarray)(reinterpret_cast<j_common_ptr>(&reading), JPOOL_IMAGE,
                                                  reading.output_width * static_cast<unsigned>(reading.output_components), 1);
    while (reading.output_scanline < reading.output_height)
        jpeg_read_scanlines(&reading, row, 1);
    jpeg_finish_decompress(&reading);
    jpeg_destroy_decompress(&reading);
    return watch.early;
}

} // namespace badgewright::artwork
