package io.awsmasker.claude;

/** The paths of the Admin API, as far as they are known; a list of their own because it is long and says nothing else. */
final class AdminPaths {
    private static final String ROOT = "/v1/organizations/";

    static final String[] ALL = """
            me
            users
            users/{name}
            users/{name}/sign_out
            invites
            invites/{name}
            api_keys
            api_keys/{name}
            workspaces
            workspaces/{name}
            workspaces/{name}/archive
            workspaces/{name}/members
            workspaces/{name}/members/{name}
            workspaces/{name}/rate_limits
            workspaces/{name}/rate_limits/{name}
            workspaces/{name}/service_accounts
            workspaces/{name}/service_accounts/{name}
            service_accounts
            service_accounts/{name}
            service_accounts/{name}/archive
            service_accounts/{name}/workspaces
            service_accounts/{name}/workspaces/{name}
            rbac_groups
            rbac_groups/{name}
            rbac_groups/{name}/members
            rbac_groups/{name}/members/{name}
            rbac_roles
            rbac_roles/{name}
            rbac_roles/{name}/permissions
            federation_issuers
            federation_issuers/{name}
            federation_issuers/{name}/archive
            federation_rules
            federation_rules/{name}
            federation_rules/{name}/archive
            federation_rules/{name}/workspaces
            federation_rules/{name}/workspaces/{name}
            external_keys
            external_keys/{name}
            external_keys/{name}/validate
            compliance_settings
            rate_limits
            spend_limits
            spend_limits/{name}
            spend_limits/effective
            spend_limit_increase_requests
            spend_limit_increase_requests/{name}
            spend_limit_increase_requests/{name}/approve
            spend_limit_increase_requests/{name}/deny
            analytics/users
            analytics/summaries
            analytics/skills
            analytics/plugins
            analytics/connectors
            analytics/artifacts
            analytics/apps/chat/projects
            analytics/usage
            analytics/cost
            analytics/usage_report
            analytics/cost_report
            analytics/user_usage_report
            analytics/user_cost_report
            webhooks
            webhooks/{name}
            webhooks/{name}/regenerate_signing_secret
            telemetry_destinations
            telemetry_destinations/{name}
            telemetry_destinations/{name}/test
            telemetry_destinations/{name}/workspaces
            telemetry_destinations/{name}/workspaces/{name}
            plugins
            plugins/{name}
            plugins/{name}/versions
            plugins/{name}/versions/{name}
            plugins/{name}/versions/{name}/content
            plugins/{name}/shares
            plugins/{name}/installation_settings
            plugins/{name}/installation_settings/{name}
            plugin_marketplaces
            plugin_marketplaces/{name}
            plugin_marketplaces/validate_archive
            plugin_marketplaces/validate_repository
            claude_code/managed_settings/configuration
            claude_code/managed_settings/rbac_groups
            claude_code/managed_settings/rbac_groups/{name}
            claude_code/managed_settings/rbac_group_default
            claude_tag/bundles
            claude_tag/slack_channels
            claude_tag/slack_workspaces
            """.lines().map(path -> ROOT + path).toArray(String[]::new);

    private AdminPaths() {}
}
