#include "app/export/carried_pdf.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "app/export/carried_text.h"

namespace ravine {
namespace {

constexpr std::string_view mark = "/RavineSession";  // a key of the attached file's dictionary, and of no other
constexpr std::string_view blanks = " \t\r\n\f";
constexpr const char* attached_name = "session.ravine.json";

void forget_dates(QPDF& document) {
    QPDFObjectHandle info = document.getTrailer().getKey("/Info");
    if (!info.isDictionary()) return;
    for (const char* key : {"/CreationDate", "/ModDate"}) info.removeKey(key);
}

void attach(QPDF& document, const std::string& text) {
    auto stream = QPDFEFStreamObjectHelper::createEFStream(document, text);
    stream.setSubtype("application/json");
    stream.getObjectHandle().getDict().replaceKey(std::string(mark), QPDFObjectHandle::newBool(true));
    auto file = QPDFFileSpecObjectHelper::createFileSpec(document, attached_name, stream);
    file.setDescription("What this picture shows: open the picture with Ravine");
    QPDFEmbeddedFileDocumentHelper(document).replaceEmbeddedFile(attached_name, file);
}

std::string written(QPDF& document) {
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setDecodeLevel(qpdf_dl_none);  // what is packed already stays as it is
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

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
        QPDF document;
        document.setSuppressWarnings(true);
        document.processMemoryFile("the picture", pdf.data(), pdf.size());
        forget_dates(document);
        attach(document, std::string(text));
        return written(document);
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
