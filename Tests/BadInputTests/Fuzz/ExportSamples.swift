/// One sound export for each reader, of people of our own making.
enum ExportSamples {
    /// By the reader's id: a file name, a text, and the settings it takes to be understood.
    static let all: [(reader: String, file: String, text: String, settings: String)] =
        use + totals + rosters + ties + surveys + vendors

    private static let aliases = "people: {vantroub: [octo, '8'], quorlix: ['7']}\n"

    private static let use: [(String, String, String, String)] = [
        (
            "generic-events", "events.csv",
            "timestamp,person,tool,event,use_case,count,minutes_saved\n2026-03-30T09:12:44Z,quorlix@example.com,assistant,used,UC-7,1,\n2026-03-31,vantroub,assistant,used,,3,10\n",
            ""
        ),
        (
            "microsoft-365-copilot-users", "detail.csv",
            "Report Refresh Date,User Principal Name,Display Name,Last Activity Date,Word Copilot Last Activity Date,Report Period\n2026-07-03,quorlix@example.com,Quorlix,2026-07-02,2026-06-01,7\n2026-07-03,vantroub@example.com,Vantroub,,,7\n2026-07-03,E58EEF6A6BBD3D0293CB306D24A42057,6A46,,,7\n",
            ""
        ),
        (
            "microsoft-365-copilot-users", "detail.json",
            #"{"value":[{"reportRefreshDate":"2026-07-03","userPrincipalName":"quorlix@example.com","displayName":"Quorlix","lastActivityDate":"2026-07-02","copilotChatLastActivityDate":"","wordCopilotLastActivityDate":null,"copilotActivityUserDetailsByPeriod":[{"reportPeriod":7}]}],"@odata.nextLink":"x"}"#,
            ""
        ),
        (
            "github-copilot-users", "copilot.ndjson",
            #"{"day":"2026-03-30","user_id":7,"user_login":"quorlix","user_initiated_interaction_count":3,"code_generation_activity_count":11,"totals_by_ide":[{"day":"2020-01-01","x":"}]"}],"used_agent":false,"used_chat":true}"#
                + "\n"
                + #"{"day":"2026-03-31","user_id":8,"user_login":"octo","user_initiated_interaction_count":5,"used_agent":true,"used_chat":false}"#
                + "\n", aliases
        ),
        (
            "github-copilot-users", "copilot.json",
            #"{"report_start_day":"2026-03-30","day_totals":[{"day":"2026-03-30","user_id":7,"user_login":"quorlix","user_initiated_interaction_count":3,"used_chat":true},{"day":"2026-03-31","user_login":"octo","user_initiated_interaction_count":1}]}"#,
            aliases
        ),
        (
            "github-copilot-seats", "seats.json",
            #"{"total_seats":2,"seats":[{"created_at":"2025-08-01T00:00:00Z","last_activity_at":"2026-03-30T10:00:00+02:00","last_activity_editor":"vscode/1.9","plan_type":"business","assignee":{"login":"octo","id":8},"assigning_team":{"id":1,"name":"Blue","slug":"blue"}},{"last_activity_at":null,"plan_type":"business","assignee":{"login":"quorlix","id":7}}]}"#,
            aliases
        ),
        (
            "github-copilot-activity", "activity.csv",
            "Report Time,Login,Last Authenticated At,Last Activity At,Last Surface Used\n2026-03-31T00:00:00Z,octo,2026-03-30T10:00:00Z,2026-03-30T10:00:00Z,vscode\n2026-03-31T00:00:00Z,quorlix,None,None,None\n",
            aliases
        ),
        (
            "github-billing", "billing.csv",
            "\u{FEFF}\"date\",\"username\",\"product\",\"sku\",\"model\",\"quantity\",\"unit_type\",\"organization\"\n\"2026-03-30\",\"octo\",\"copilot\",\"Copilot Premium Request\",\"m\",\"3.5\",\"requests\",\"o\"\n\"2026-03-31\",\"quorlix\",\"actions\",\"linux\",\"\",\"1\",\"minutes\",\"o\"\n",
            aliases
        ),
        (
            "github-copilot-teams", "teams.ndjson",
            #"{"user_id":8,"user_login":"octo","day":"2026-03-30","organization_id":"9","team_id":42,"slug":"blue"}"#
                + "\n"
                + #"{"user_id":7,"user_login":"quorlix","day":"2026-03-30","organization_id":"9","team_id":42,"slug":"blue"}"#
                + "\n", aliases
        ),
        (
            "github-copilot-links", "links.json",
            #"{"download_links":["https://example.org/a"],"report_day":"2026-03-30"}"#, ""
        ),
    ]

    private static let vendors: [(String, String, String, String)] = [
        (
            "purview-audit-log", "purview.csv",
            "\u{FEFF}RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits\nr1,2026-03-30T08:15:02.0000000Z,261,CopilotInteraction,quorlix@example.com,\"{\"\"CreationTime\"\":\"\"2026-03-30T08:15:02\"\",\"\"AppIdentity\"\":\"\"Copilot.Word\"\",\"\"CopilotEventData\"\":{\"\"AppHost\"\":\"\"Word\"\",\"\"Messages\"\":[{\"\"Id\"\":\"\"1\"\",\"\"isPrompt\"\":true}]}}\",\nr2,3/31/2026 10:20:00 AM,261,CopilotInteraction,vantroub@example.com,\"{\"\"CopilotEventData\"\":{\"\"AppHost\"\":\"\",\n",
            ""
        ),
        (
            "viva-person-query", "person-query.csv",
            "PersonId,MetricDate,Collaboration_hours,Total_Copilot_active_days,Total_Copilot_enabled_days,Copilot_actions_taken_in_Teams,Meeting_and_call_hours,FunctionType,SupervisorIndicator,Level,Organization\nquorlix,2026-03-29,20.5,3,7,12,9.25,Clerk,Manager,Top,Blue\nvantroub,2026-03-29,18,,,,7,Clerk,Individual,Low,Blue\n",
            ""
        ),
        (
            "microsoft-forms-responses", "forms.csv",
            "ID,Start time,Completion time,Email,Name,How dull is your work?,Your level,Anything else\n1,5/4/2026 11:30:00,5/4/2026 12:00:00,anonymous,,Strongly agree,Manager,Text\n2,5/25/2026 11:30:00,5/25/2026 12:00:00,quorlix@example.com,Quorlix,4,,\n",
            "pulse: {questions: {How dull is your work?: {item: Q2, direction: falling}, Your level: none}, layer: Your level}\n"
        ),
        (
            "chatgpt-users", "chatgpt.csv",
            "cadence,period_start,period_end,account_id,public_id,name,email,role,user_role,department,groups,user_status,created_or_invited_date,is_active,first_day_active_in_period,last_day_active_in_period,messages,messages_rank,model_to_messages,last_day_active\nWeekly,2026-05-03,2026-05-09,a,user-1,Quorlix,quorlix@example.com,,standard-user,\"[\"\"Blue\"\",\"\"North\"\"]\",,enabled,2026-03-01,1,2026-05-04,2026-05-08,25,3,\"{'gpt-4o': 20, 'o3': 5}\",2026-05-08\nWeekly,2026-05-03,2026-05-09,a,user-2,,vantroub@example.com,,standard-user,Blue,,pending,2026-03-01,,,,,,,\n",
            ""
        ),
        (
            "chatgpt-projects", "projects.csv",
            "project_id,project_name,config_type,project_description,project_url,project_creator_email,is_active,first_day_active_in_period,last_day_active_in_period,messages_workspace,unique_messagers_workspace\ng-1,A,project,,https://example.com/1,quorlix@example.com,1,2026-05-04,2026-05-08,14,3\n",
            ""
        ),
        (
            "openai-usage", "usage.json",
            #"{"object":"page","data":[{"object":"bucket","start_time":1778112000,"end_time":1778198400,"results":[{"object":"organization.usage.completions.result","input_tokens":1,"num_model_requests":4,"project_id":null,"user_id":null},{"object":"organization.usage.completions.result","num_model_requests":2,"user_id":"octo"}]}],"has_more":true,"next_page":"p"}"#,
            aliases
        ),
        (
            "claude-code-analytics", "code.json",
            #"{"data":[{"date":"2026-05-07T00:00:00Z","actor":{"type":"user_actor","email_address":"quorlix@example.com"},"terminal_type":"vscode","is_remote":false,"core_metrics":{"num_sessions":5},"tool_actions":{"edit_tool":{"accepted":4,"rejected":1}}},{"date":"2026-05-07T00:00:00Z","actor":{"type":"api_actor","api_key_name":"k"},"terminal_type":"x","core_metrics":{"num_sessions":1}}],"has_more":false,"next_page":null}"#,
            ""
        ),
        (
            "claude-enterprise-users", "claude-2026-05-07.json",
            #"{"data":[{"user":{"id":"user_1","email_address":"quorlix@example.com"},"chat_metrics":{"distinct_conversation_count":4,"message_count":31},"claude_code_metrics":{"core_metrics":{"commit_count":0,"distinct_session_count":2},"tool_actions":{"edit_tool":{"accepted_count":1,"rejected_count":0}}},"office_metrics":{"excel":{"message_count":1}},"cowork_metrics":{"message_count":2,"dispatch_turn_count":1},"web_search_count":0}],"next_page":null}"#,
            ""
        ),
        (
            "claude-enterprise-summaries", "summaries.json",
            #"{"data":[{"starting_date":"2026-05-07","ending_date":"2026-05-08","daily_active_user_count":61,"assigned_seat_count":240}]}"#,
            ""
        ),
        (
            "claude-members", "members.csv",
            "Name,Email,Role,Seat Tier,Status\nQuorlix,quorlix@example.com,Owner,Premium,Active\n,vantroub@example.com,User,Standard,Pending\n",
            ""
        ),
        (
            "claude-users", "users.json",
            #"[{"uuid":"octo","full_name":"Quorlix","email_address":"quorlix@example.com","verified_phone_number":null}]"#,
            ""
        ),
        (
            "claude-conversations", "conversations.json",
            #"[{"uuid":"c","name":"n","account":{"uuid":"octo"},"chat_messages":[{"uuid":"m","text":"t \" }","sender":"human","created_at":"2026-05-07T09:12:44.012345Z"},{"uuid":"n","text":"","sender":"assistant","created_at":"2026-05-07T09:12:45Z"}]}]"#,
            aliases
        ),
        (
            "gemini-activities", "gemini.json",
            #"{"kind":"admin#reports#activities","items":[{"id":{"time":"2026-05-07T15:02:11.123Z","uniqueQualifier":"-1","applicationName":"gemini_in_workspace_apps"},"actor":{"email":"quorlix@example.com","profileId":"100"},"ipAddress":"203.0.113.7","events":[{"type":"ai_usage_event","name":"feature_utilization","parameters":[{"name":"app_name","value":"docs"},{"name":"action","multiValue":["help_me_write"]},{"name":"event_category","value":"active_generate"}]}]}]}"#,
            ""
        ),
        (
            "cursor-daily-usage", "cursor.json",
            #"{"data":[{"userId":"u","day":"2026-05-07","date":1778112000000,"email":"quorlix@example.com","isActive":true,"chatRequests":3,"composerRequests":0,"agentRequests":2,"cmdkUsages":1,"bugbotUsages":1,"totalTabsAccepted":9},{"userId":"v","date":1778112000000,"email":"vantroub@example.com","isActive":false,"chatRequests":0,"agentRequests":0}]}"#,
            ""
        ),
        (
            "litellm-daily-spend", "spend.csv",
            "id,user_id,date,api_key,model,model_group,custom_llm_provider,prompt_tokens,completion_tokens,spend,api_requests,successful_requests,failed_requests\n1,quorlix@example.com,2026-05-07,h,m,m,openai,1,2,0.04,14,12,2\n2,,2026-05-07,h,m,m,openai,1,2,0.04,3,3,0\n",
            ""
        ),
        (
            "posthog-events", "events.jsonl",
            #"{"uuid":"1","event":"ai_tool_used","properties":{"tool":"assistant","use_case":"UC-7"},"timestamp":"2026-05-07T09:12:44Z","distinct_id":"quorlix@example.com"}"#
                + "\n"
                + #"{"uuid":"2","event":"ai_tool_used","properties":"{\"tool\":\"assistant\"}","timestamp":"2026-05-07 09:13:00.000","distinct_id":"vantroub"}"#
                + "\n", ""
        ),
    ]

    private static let totals: [(String, String, String, String)] = [
        (
            "github-copilot-legacy-metrics", "legacy.json",
            #"[{"date":"2026-03-30","total_active_users":12,"total_engaged_users":7,"copilot_ide_chat":{"total_engaged_users":5}}]"#,
            ""
        ),
        (
            "github-copilot-totals", "totals.json",
            #"{"report_start_day":"2026-03-30","day_totals":[{"day":"2026-03-30","daily_active_users":12,"weekly_active_users":20,"monthly_active_users":30}]}"#,
            ""
        ),
        (
            "microsoft-365-copilot-totals", "counts.csv",
            "Report Refresh Date,Report Period,Any App Enabled Users,Any App Active Users,Word Enabled Users,Word Active Users\n2026-07-03,7,120,60,120,20\n2026-07-03,28,120,80,120,30\n",
            ""
        ),
    ]

    private static let rosters: [(String, String, String, String)] = [
        (
            "entra-download-users", "entra.csv",
            "userPrincipalName,displayName,surname,mail,givenName,id,userType,jobTitle,department,accountEnabled,createdDateTime\nquorlix@example.com,Quorlix,,,,1,Member,Analyst,Blue,True,9/14/2023 4:05:59 PM\nguest#EXT#@example.com,Guest,,,,2,Guest,,,True,9/14/2023 4:05:59 PM\nvantroub@example.com,=1+3,,,,3,Member,Clerk,Blue,False,9/14/2023 4:05:59 PM\n",
            ""
        ),
        (
            "entra-users", "org.csv",
            "\u{FEFF}\"userPrincipalName\",\"displayName\",\"department\",\"jobTitle\",\"accountEnabled\",\"managerUPN\"\r\n\"quorlix@example.com\",\"Quorlix\",\"Blue\",\"Head\",\"True\",\"\"\r\n\"vantroub@example.com\",\"Vantroub\",\"Blue\",\"Clerk\",\"True\",\"quorlix@example.com\"\r\n",
            ""
        ),
        (
            "entra-org-tree", "tree.json",
            #"{"id":"1","displayName":"Quorlix","userPrincipalName":"quorlix@example.com","jobTitle":"Head","department":"Blue","directReports":[{"id":"2","userPrincipalName":"vantroub@example.com","jobTitle":"Clerk","department":"Blue","directReports":[{"id":"3","userPrincipalName":"mizzenby@example.com","directReports":[]}]}]}"#,
            ""
        ),
        (
            "copilot-licence-roster", "licences.csv",
            "UserPrincipalName,DisplayName,Department,JobTitle,ManagerUpn,HasLicense\nquorlix@example.com,Quorlix,Blue,Head,,Yes\nvantroub@example.com,Vantroub,Blue,Clerk,quorlix@example.com,No\n",
            ""
        ),
        (
            "bamboohr", "bamboo.csv",
            "Employee #,First Name,Last Name,Display Name,Work Email,Job Title,Department,Division,Location,Reporting to,Hire Date,Termination Date,Status\n101,Vantroub,Oddwhistle,Vantroub Oddwhistle,vantroub@example.com,Clerk,Blue,North,Here,\"Strangelby, Quorlix\",2023-09-14,0000-00-00,Active\n100,Quorlix,Strangelby,Quorlix Strangelby,quorlix@example.com,Head,Blue,North,Here,,2020-01-02,0000-00-00,Active\n",
            ""
        ),
        (
            "bamboohr", "bamboo.json",
            #"{"title":"R","fields":[{"id":"id"},{"id":"workEmail"}],"employees":[{"id":"7","displayName":"Vantroub Oddwhistle","workEmail":"vantroub@example.com","jobTitle":"Clerk","department":"Blue","supervisorEid":"8","employeeNumber":"8","hireDate":"2023-09-14","terminationDate":"0000-00-00","status":"Active"},{"id":"8","displayName":"Quorlix Strangelby","workEmail":"quorlix@example.com","jobTitle":"Head","department":"Blue","supervisor":null}]}"#,
            ""
        ),
        (
            "hibob", "hibob.json",
            #"{"employees":[{"id":"22","email":"vantroub@example.com","displayName":"Vantroub","work":{"title":"Clerk","department":"Blue","startDate":"2023-09-14","isManager":false,"reportsTo":{"id":"21","email":"quorlix@example.com"}},"internal":{"status":"Active"}},{"id":"21","email":"quorlix@example.com","work":{"title":"Head","department":"Blue","reportsTo":null},"internal":{"status":"Active","terminationDate":"2026-02-28"}}]}"#,
            ""
        ),
        (
            "workday", "workday.csv",
            "Employee_ID,Full_Name,Manager_ID,Team_Name,Email,Start_Date,Job_Title\n101,Vantroub,100,Blue,vantroub@example.com,2023-09-14,Clerk\n100,Quorlix,,Blue,quorlix@example.com,2020-01-02,Head\n",
            ""
        ),
        (
            "workday", "workday.json",
            #"{"Report_Entry":[{"Employee_ID":"101","Full_Name":"Vantroub","Manager_ID":"100","Team_Name":"Blue","Email":"vantroub@example.com","Start_Date":"2023-09-14"},{"Employee_ID":"100","Full_Name":"Quorlix","Team_Name":"Blue","Email":"quorlix@example.com"}]}"#,
            ""
        ),
        (
            "scim-users", "scim.json",
            #"{"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"totalResults":2,"itemsPerPage":2,"startIndex":1,"Resources":[{"id":"1","userName":"quorlix@example.com","active":true,"title":"Head","emails":[{"value":"quorlix@example.com","primary":true}],"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Blue"}},{"id":"2","userName":"vantroub@example.com","active":"true","emails":[],"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Blue","manager":{"value":"1"}}}]}"#,
            ""
        ),
        (
            "employee-attributes", "attributes.csv",
            "EMP ID,Department,Gender,Tenure Group\n101,Blue,F,0-1\n100,Green,M,1-3\n", ""
        ),
        (
            "viva-organization", "viva.csv",
            "PersonId,EffectiveDate,ManagerId,LevelDesignation,Organization,HireDate,FunctionType,Layer\nvantroub@example.com,43471,quorlix@example.com,IC,Blue,05/18/2017,Clerk,1\nquorlix@example.com,43471,quorlix@example.com,M,Blue,42000,Head,0\n",
            ""
        ),
    ]

    private static let ties: [(String, String, String, String)] = [
        (
            "viva-person-ties", "ties.csv",
            "PrimaryCollaborator_PersonId,SecondaryCollaborator_PersonId,MetricDate,Diverse_tie_score,Diverse_tie_type,Strong_tie_score,Strong_tie_type\nquorlix,vantroub,01/04/2026,0.125,0,0.5,1\nvantroub,mizzenby,08/04/2026,0.25,1,0.125,0\n",
            ""
        ),
        (
            "viva-group-ties", "groups.csv",
            "PrimaryCollaborator_Organization,PrimaryCollaborator_GroupSize,SecondaryCollaborator_Organization,SecondaryCollaborator_GroupSize,MetricDate,Percent_Group_collaboration_time_invested,Group_collaboration_time_invested\nBlue,137,Green,137,01/04/2026,16.2,23362\nBlue,137,Unclassified Collaborators,21,01/04/2026,0.1,12\n",
            ""
        ),
    ]

    private static let surveys: [(String, String, String, String)] = [
        (
            "glint-survey", "glint.csv",
            "First Name,Last Name,Email,Status,EMP ID,Manager ID,Survey Cycle Completion Date,Survey Cycle Sent Date,AI helps me,AI helps me_COMMENT,AI helps me_COMMENT_TOPICS,AI helps me_SENSITIVE_COMMENT_FLAG\nQuorlix,Strangelby,quorlix@example.com,ACTIVE,E1,E9,26-03-2024 09:34,20-03-2024 08:00,4,A comment,Topic,\nVantroub,Oddwhistle,vantroub@example.com,ACTIVE,E2,E9,27-03-2024 09:34,20-03-2024 08:00,2,,,\n",
            "pulse: {questions: {AI helps me: Q2}}\n"
        ),
        (
            "formbricks-responses", "formbricks.csv",
            "No.,Response ID,Timestamp,Finished,Survey ID,Formbricks ID (internal),User ID,Tags,source,1. AI takes dull work,2. What else?,level,person.department\n1,c1,2026-05-07 23:30:00 UTC,Yes,s,,,,link,4,Text,ic,Blue\n2,c2,2026-05-08 09:30:02 UTC,No,s,,,,link,5,,manager,Blue\n",
            "pulse: {layer: level, team: person.department, questions: {AI takes dull work: Q2, What else?: none}}\n"
        ),
        (
            "limesurvey-responses", "limesurvey.csv",
            "\"id\",\"submitdate\",\"lastpage\",\"startlanguage\",\"seed\",\"token\",\"startdate\",\"datestamp\",\"LAYER\",\"DULL[SQ001]\"\n\"1\",\"2026-05-04 00:00:00\",\"3\",\"en\",\"12\",\"tok\",\"2026-05-04 00:00:00\",\"2026-05-04 00:00:00\",\"A2\",\"A4\"\n\"2\",\"\",\"1\",\"en\",\"7\",\"\",\"1980-01-01 00:00:00\",\"1980-01-01 00:00:00\",\"A1\",\"\"\n",
            "pulse: {layer: LAYER, layers: {A1: contributor, A2: manager}, questions: {'DULL[SQ001]': Q2}}\n"
        ),
        (
            "ai-adoption-pulse-check", "pulse-check.json",
            #"{"surveyVersion":"1.1.0","responses":[{"id":"f1","submittedOn":"2026-06-01","answers":{"q1":"it","q2":"team_lead","q5":"most_workdays","q6":["a","b"],"q27":"Text"}},{"id":"f2","submittedOn":"2026-06-09","answers":{"q2":"individual_contributor","q5":"never"}}]}"#,
            "pulse: {questions: {q5: {item: Q1, words: {never: '?', most_workdays: 4}}}}\n"
        ),
        (
            "copilot-sentiment-survey", "sentiment.csv",
            "Email,SurveyDate,Overall satisfaction,Helps me work faster,Benefits my role,Copilot readiness,Time saved using Copilot,Barriers to adoption,What else?\nquorlix@example.com,2026-05-04,4,5,Agree,3,30,Text,Text\nvantroub@example.com,2026-05-05,2,2,Strongly disagree,1,0,,\n",
            "pulse: {questions: {Benefits my role: Q2, Overall satisfaction: none}}\n"
        ),
    ]
}
