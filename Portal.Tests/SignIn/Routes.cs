using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Tests.Support;

namespace Portal.Tests.SignIn;

/// <summary>Every address that the program answers at, as it knows them itself.</summary>
internal static class Routes
{
    public static IReadOnlyList<RouteEndpoint> All(PortalApp app) =>
        [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    /// <summary>The addresses of pages; a parameter becomes an id that nobody has.</summary>
    public static IReadOnlyList<string> ToGet(PortalApp app) =>
    [..
        from endpoint in All(app)
        where Takes(endpoint, "GET")
        let path = "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(Segment))
        where !path.StartsWith("/_", StringComparison.Ordinal) && !path.Contains('.', StringComparison.Ordinal)
        orderby path
        group path by path into same
        select same.Key,
    ];

    public static bool Takes(RouteEndpoint endpoint, string method) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods || methods.Contains(method);

    private static string Segment(Microsoft.AspNetCore.Routing.Patterns.RoutePatternPathSegment segment) => string.Concat(segment.Parts.Select(part => part switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { ParameterPolicies: [{ Content: "int" }, ..] } => "404",
        _ => Guid.Empty.ToString(),
    }));
}
