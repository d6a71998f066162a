#include "app/export/carried_pdf.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>
#include <qpdf/qpdf-c.h>

#include "app/export/carried_text.h"

namespace ravine {
namespace {

constexpr std::string_view mark = "/RavineSession";  // a key of the attached file's dictionary, and of no other
constexpr std::string_view blanks = " \t\r\n\f";
constexpr const char* attached_name = "session.ravine.json";
constexpr const char* description = "What this picture shows: open the picture with Ravine";

/// qpdf by its C interface: its C++ headers do not compile with every clang.
class Document {
public:
    explicit Document(std::string_view pdf) : pdf_(pdf) {
        qpdf_silence_errors(data_);
        qpdf_set_suppress_warnings(data_, QPDF_TRUE);
        qpdf_read_memory(data_, "the picture", pdf_.c_str(), pdf_.size(), nullptr);
        check();
    }
    ~Document() { qpdf_cleanup(&data_); }
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;
    Document(Document&&) = delete;
    Document& operator=(Document&&) = delete;

    void forget_dates() {
        const qpdf_oh info = qpdf_oh_get_key(data_, qpdf_get_trailer(data_), "/Info");
        if (qpdf_oh_is_dictionary(data_, info) == QPDF_FALSE) return;
        for (const char* key : {"/CreationDate", "/ModDate"}) qpdf_oh_remove_key(data_, info, key);
    }

    void attach(std::string_view text) {
        const qpdf_oh stream = qpdf_oh_new_stream(data_);
        const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
        qpdf_oh_replace_stream_data(data_, stream, bytes, text.size(), qpdf_oh_new_null(data_), qpdf_oh_new_null(data_));
        const qpdf_oh about = qpdf_oh_get_dict(data_, stream);
        qpdf_oh_replace_key(data_, about, "/Type", qpdf_oh_new_name(data_, "/EmbeddedFile"));
        qpdf_oh_replace_key(data_, about, "/Subtype", qpdf_oh_new_name(data_, "/application/json"));
        qpdf_oh_replace_key(data_, about, std::string(mark).c_str(), qpdf_oh_new_bool(data_, QPDF_TRUE));

        const qpdf_oh streams = qpdf_oh_new_dictionary(data_);
        const qpdf_oh file = qpdf_oh_new_dictionary(data_);
        qpdf_oh_replace_key(data_, file, "/Type", qpdf_oh_new_name(data_, "/Filespec"));
        for (const char* name : {"/F", "/UF"}) {
            qpdf_oh_replace_key(data_, streams, name, stream);
            qpdf_oh_replace_key(data_, file, name, qpdf_oh_new_unicode_string(data_, attached_name));
        }
        qpdf_oh_replace_key(data_, file, "/EF", streams);
        qpdf_oh_replace_key(data_, file, "/Desc", qpdf_oh_new_unicode_string(data_, description));

        const qpdf_oh pair = qpdf_oh_new_array(data_);
        qpdf_oh_append_item(data_, pair, qpdf_oh_new_unicode_string(data_, attached_name));
        qpdf_oh_append_item(data_, pair, qpdf_make_indirect_object(data_, file));
        const qpdf_oh leaf = qpdf_oh_new_dictionary(data_);
        qpdf_oh_replace_key(data_, leaf, "/Names", pair);
        const qpdf_oh names = qpdf_oh_new_dictionary(data_);
        qpdf_oh_replace_key(data_, names, "/EmbeddedFiles", leaf);
        qpdf_oh_replace_key(data_, qpdf_get_root(data_), "/Names", names);
    }

    std::string written() {
        qpdf_init_write_memory(data_);
        qpdf_set_deterministic_ID(data_, QPDF_TRUE);
        qpdf_set_decode_level(data_, qpdf_dl_none);  // what is packed already stays as it is
        qpdf_write(data_);
        check();
        return {reinterpret_cast<const char*>(qpdf_get_buffer(data_)), qpdf_get_buffer_length(data_)};
    }

private:
    void check() {
        if (qpdf_has_error(data_) != QPDF_FALSE) throw std::runtime_error(qpdf_get_error_full_text(data_, qpdf_get_error(data_)));
    }

    std::string pdf_;
    qpdf_data data_ = qpdf_init();
};

/// The bytes of the stream whose dictionary goes on with `rest`, and all that is behind them; nothing where this is no such
/// dictionary.
std::optional<std::string_view> stream_after(std::string_view rest) {
    constexpr std::string_view keyword = "stream";
    constexpr std::size_t longest_dictionary = 1024;
    const std::string_view near = rest.substr(0, longest_dictionary);
    const std::size_t at = near.find(keyword);
    if (at == std::string_view::npos) return std::nullopt;
    const std::size_t before = near.substr(0, at).find_last_not_of(blanks);
    if (before == std::string_view::npos || before < 1 || near.substr(before - 1, 2) != ">>") return std::nullopt;
    rest.remove_prefix(at + keyword.size());
    if (rest.starts_with('\r')) rest.remove_prefix(1);
    if (rest.starts_with('\n')) rest.remove_prefix(1);
    return rest;
}

/// Other programs may have rewritten the file without packing.
std::string plain(std::string_view stream) {
    const std::string_view near = stream.substr(0, largest_carried_text + 64);
    const std::size_t end = near.find("endstream");
    if (end != std::string_view::npos) return std::string(near.substr(0, end));
    if (near.size() < stream.size()) throw carried_text_is_too_large();
    throw UnreadableSession("the picture is damaged: it ends in the midst of its session");
}

/// Some programs leave a few bytes behind the end.
bool ends_as_pdf(std::string_view pdf) {
    constexpr std::size_t last = 1024;
    return pdf.substr(pdf.size() - std::min(pdf.size(), last)).find("%%EOF") != std::string_view::npos;
}

}  // namespace

bool begins_as_pdf(std::string_view bytes) { return bytes.starts_with("%PDF-"); }

std::string pdf_with_text(std::string_view pdf, std::string_view text) {
    try {
        Document document(pdf);
        document.forget_dates();
        document.attach(text);
        return document.written();
    } catch (const std::exception& error) {
        throw std::runtime_error(fmt::format("cannot put the session into the PDF picture: {}", error.what()));
    }
}

// Looked for, not parsed: a stream's dictionary stands in the open whoever wrote the file, and its packed text says itself where
// it ends. A library that builds all objects needs fifty times a hostile file's size, and unpacks its tables without a limit.
std::optional<std::string> text_in_pdf(std::string_view pdf) {
    for (std::size_t at = pdf.find(mark); at != std::string_view::npos; at = pdf.find(mark, at + 1)) {
        const auto stream = stream_after(pdf.substr(at));
        if (!stream) continue;
        return stream->starts_with('{') ? plain(*stream) : unpacked(*stream);
    }
    if (!ends_as_pdf(pdf)) throw UnreadableSession("the picture is damaged: it does not end as PDF files do");
    return std::nullopt;
}

}  // namespace ravine
