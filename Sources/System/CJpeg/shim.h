#include <stddef.h>
#include <stdio.h>
#include <setjmp.h>
#include <jpeglib.h>
#include <jerror.h>

/// libjpeg leaves a function that fails by longjmp, which Swift has not: so these few lines are C.
struct jpeg_failure {
  struct jpeg_error_mgr errors;
  jmp_buf back;
  /// JMSG_LENGTH_MAX bytes of the caller's.
  char *message;
};

static void jpeg_fail(j_common_ptr info) {
  struct jpeg_failure *failure = (struct jpeg_failure *)info->err;
  (*info->err->format_message)(info, failure->message);
  longjmp(failure->back, 1);
}

/// What libjpeg would paint over with grey is a failure here.
static void jpeg_warn(j_common_ptr info, int level) {
  if (level >= 0) return;
  switch (info->err->msg_code) {
  case JWRN_JPEG_EOF: case JWRN_HIT_MARKER: case JWRN_HUFF_BAD_CODE: case JWRN_ARITH_BAD_CODE: jpeg_fail(info);
  }
}

/// A small file can ask for very many passes over a large picture.
static void jpeg_watch(j_common_ptr info) {
  if (((j_decompress_ptr)info)->input_scan_number > 200) {
    info->err->msg_code = JERR_BAD_PROGRESSION;
    jpeg_fail(info);
  }
}

/// Decodes a whole JPEG file.
///
/// `rows` takes width × height pixels of 0xFFRRGGBB, or is NULL where the file is only looked through; `width` and
/// `height` are what it must have. Returns 1, or 0 with what is wrong in `message` (JMSG_LENGTH_MAX bytes).
static __attribute__((noinline, unused)) int jpeg_read_whole(
    const unsigned char *bytes, size_t count, unsigned width, unsigned height, unsigned *rows, char *message) {
  struct jpeg_decompress_struct info = {0};
  struct jpeg_failure failure;
  struct jpeg_progress_mgr progress = {0};
  info.err = jpeg_std_error(&failure.errors);
  failure.errors.error_exit = jpeg_fail;
  failure.errors.emit_message = jpeg_warn;
  failure.message = message;
  message[0] = 0;
  if (setjmp(failure.back)) {
    jpeg_destroy_decompress(&info);
    return 0;
  }
  jpeg_create_decompress(&info);
  jpeg_mem_src(&info, (unsigned char *)bytes, count);
  jpeg_read_header(&info, TRUE);
  progress.progress_monitor = jpeg_watch;
  info.progress = &progress;
  info.out_color_space = JCS_RGB;
  jpeg_start_decompress(&info);
  if (info.output_width != width || info.output_height != height || info.output_components != 3) {
    info.err->msg_code = JERR_BAD_COMPONENT_ID;
    jpeg_fail((j_common_ptr)&info);
  }
  JSAMPARRAY row = (*info.mem->alloc_sarray)((j_common_ptr)&info, JPOOL_IMAGE, width * 3, 1);
  while (info.output_scanline < height) {
    size_t y = info.output_scanline;
    jpeg_read_scanlines(&info, row, 1);
    for (size_t x = 0; rows && x < width; x++) {
      const unsigned char *p = row[0] + 3 * x;
      rows[y * width + x] = 0xFF000000u | (unsigned)p[0] << 16 | (unsigned)p[1] << 8 | p[2];
    }
  }
  jpeg_finish_decompress(&info);
  jpeg_destroy_decompress(&info);
  return 1;
}
