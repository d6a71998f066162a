#include "app/export/carried_svg_reader.h"

#include <cstdlib>
#include <new>
#include <utility>

#define XML_DTD  // what Debian's is built with; the limits on entities are declared only then
#include <expat.h>
#include <fmt/format.h>

#include "app/export/carried_text.h"

namespace ravine {
namespace {

constexpr int deepest = 256;
constexpr float most_expansion = 4;  // of entities, as a multiple of the file

// Expat keeps every name that it meets. What one reading may take in all is bounded by the file's size, whatever the names.
thread_local std::size_t bytes_left = 0;

bool grant(std::size_t size) {
    if (size > bytes_left) return false;
    bytes_left -= size;
    return true;
}

const XML_Memory_Handling_Suite bounded_memory{
    [](std::size_t size) -> void* { return grant(size) ? std::malloc(size) : nullptr; },
    [](void* old, std::size_t size) -> void* { return grant(size) ? std::realloc(old, size) : nullptr; },
    [](void* old) { std::free(old); },
};

std::size_t allowance(std::string_view svg) { return 8 * svg.size() + (std::size_t{1} << 20U); }

/// Attributes are names and values in turn, up to a null.
bool has_our_id(const char* const* attributes) {
    for (; *attributes != nullptr; attributes += 2)
        if (attributes[0] == std::string_view("id") && attributes[1] == std::string_view("ravine-session")) return true;
    return false;
}

SvgReader& reader(void* self) { return *static_cast<SvgReader*>(self); }

}  // namespace

SvgReader::SvgReader(std::string_view svg) : svg_(svg) {
    bytes_left = allowance(svg);
    parser_ = ::XML_ParserCreate_MM(nullptr, &bounded_memory, nullptr);
    if (parser_ == nullptr) throw std::bad_alloc();
    ::XML_SetBillionLaughsAttackProtectionMaximumAmplification(parser_, most_expansion);
    ::XML_SetBillionLaughsAttackProtectionActivationThreshold(parser_, largest_carried_text);
    ::XML_SetUserData(parser_, this);
    ::XML_SetElementHandler(
        parser_, [](void* self, const char* name, const char** attributes) { reader(self).start(name, attributes); },
        [](void* self, const char* /*name*/) { reader(self).end(); });
    ::XML_SetCharacterDataHandler(parser_, [](void* self, const char* text, int length) {
        reader(self).characters({text, static_cast<std::size_t>(length)});
    });
}

SvgReader::~SvgReader() { ::XML_ParserFree(parser_); }

std::optional<std::string> SvgReader::text() {
    const bool whole = ::XML_Parse(parser_, svg_.data(), static_cast<int>(svg_.size()), XML_TRUE) == XML_STATUS_OK;
    if (state_ == State::found) return std::move(text_);
    if (state_ == State::refused) throw UnreadableSession(why_);
    if (whole) return std::nullopt;
    if (::XML_GetErrorCode(parser_) == XML_ERROR_NO_MEMORY)
        throw UnreadableSession("the picture is damaged: it has more names than a picture needs");
    throw UnreadableSession(fmt::format("the picture is damaged: line {}, column {}: {}", ::XML_GetCurrentLineNumber(parser_),
                                        ::XML_GetCurrentColumnNumber(parser_) + 1,
                                        ::XML_ErrorString(::XML_GetErrorCode(parser_))));
}

void SvgReader::start(std::string_view name, const char* const* attributes) {
    if (++depth_ > deepest) stop(fmt::format("the picture's elements are nested more than {} deep", deepest));
    if (text_depth_ == 0 && (name == "metadata" || name.ends_with(":metadata")) && has_our_id(attributes)) text_depth_ = depth_;
}

void SvgReader::end() {
    if (state_ == State::looking && depth_ == text_depth_) {
        state_ = State::found;
        ::XML_StopParser(parser_, XML_FALSE);
    }
    --depth_;
}

void SvgReader::characters(std::string_view text) {
    if (state_ != State::looking || depth_ != text_depth_) return;
    text_ += text;
    if (text_.size() > largest_carried_text) stop(carried_text_is_too_large().what());
}

void SvgReader::stop(std::string why) {
    if (state_ != State::looking) return;
    state_ = State::refused;
    why_ = std::move(why);
    ::XML_StopParser(parser_, XML_FALSE);
}

}  // namespace ravine
