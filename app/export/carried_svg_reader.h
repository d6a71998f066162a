// Reads the session's text from SVG by expat: well-formed or not is for the library to say, how much it may cost for us.
#pragma once

#include <optional>
#include <string>
#include <string_view>

struct XML_ParserStruct;

namespace ravine {

class SvgReader final {
public:
    /// `svg` must outlive it.
    explicit SvgReader(std::string_view svg);
    ~SvgReader();
    SvgReader(const SvgReader&) = delete;
    SvgReader& operator=(const SvgReader&) = delete;

    /// To be called once; see text_in_svg.
    std::optional<std::string> text();

    // What expat meets:
    void start(std::string_view name, const char* const* attributes);
    void end();
    void characters(std::string_view text);

private:
    void stop(std::string why);

    std::string_view svg_;
    XML_ParserStruct* parser_;
    std::string text_, why_;
    int depth_ = 0;
    int text_depth_ = 0;  ///< of the element that holds the text; 0: outside
    enum class State { looking, found, refused } state_ = State::looking;
};

}  // namespace ravine
