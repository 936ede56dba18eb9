namespace Portal.Shell;

/// <summary>Light, dark, or as the system has it: the browser's own choice, kept in a cookie that nothing depends on.</summary>
public sealed class Theme(IHttpContextAccessor accessor)
{
    /// <summary>The cookie's name. Written by the browser itself, so it is not HttpOnly.</summary>
    public const string Cookie = "portal-theme";

    /// <summary>The value of <c>data-theme</c> on the document; <see langword="null"/> follows the system.</summary>
    public string? Attribute => accessor.HttpContext?.Request.Cookies[Cookie] switch
    {
        "light" => "light",
        "dark" => "dark",
        _ => null,
    };
}
